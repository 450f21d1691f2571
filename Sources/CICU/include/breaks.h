// What setting needs of ICU: where a line may end, where a grapheme ends, how a paragraph runs.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Finds boundaries in texts, one after the other. Not to be shared by threads.
typedef struct lectern_break_iterator lectern_break_iterator;

/// An iterator over line-break opportunities by UAX 14, with ICU's dictionaries; NULL on failure.
lectern_break_iterator *lectern_open_line_breaks(void);

/// An iterator over grapheme clusters by UAX 29; NULL on failure.
lectern_break_iterator *lectern_open_grapheme_breaks(void);

/// Writes the offset of every boundary after the text's start, its end included, and returns how
/// many there are. `offsets` must have room for `length` values.
int32_t lectern_breaks(lectern_break_iterator *iterator, const char *text, int32_t length,
                       int32_t *offsets);

/// Whether a paragraph runs from right to left by its first letter that has a direction.
bool lectern_runs_right_to_left(const uint16_t *text, int32_t length);
