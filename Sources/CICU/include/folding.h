// How a search compares scalars.
#pragma once
#include <stdint.h>

/// The scalar without its accents: the first of its canonical decomposition; itself if it has none.
uint32_t lectern_base_scalar(uint32_t scalar);

/// The scalar in lower case, as far as that is one scalar.
uint32_t lectern_fold_case(uint32_t scalar);

/// The canonical combining class: 0 for a letter, more than 0 for a mark that stands on it.
uint8_t lectern_combining_class(uint32_t scalar);
