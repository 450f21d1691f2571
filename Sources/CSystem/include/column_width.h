// The column width that curses gives a scalar.
#pragma once
#include <stdint.h>

/// The columns of a scalar as glibc's `wcwidth` counts them in a UTF-8 locale: 0, 1 or 2, and -1
/// for what has no width. Does not depend on the locale of the process; safe from any thread.
int lectern_column_width(uint32_t scalar);
