// What setting needs of ICU: where a line may end, where a grapheme ends, how a paragraph runs.
#pragma once
#include <stdint.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/// An iterator over line-break opportunities by UAX 14, with ICU's dictionaries; NULL on failure.
static inline UBreakIterator *lectern_open_line_breaks(void) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, "", NULL, 0, &error);
  return U_SUCCESS(error) ? iterator : NULL;
}

/// An iterator over grapheme clusters by UAX 29; NULL on failure.
static inline UBreakIterator *lectern_open_grapheme_breaks(void) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &error);
  return U_SUCCESS(error) ? iterator : NULL;
}

/// Writes the offset of every boundary after the text's start, its end included, and returns how
/// many there are. `offsets` must have room for `length` values.
static inline int32_t lectern_breaks(UBreakIterator *iterator, const char *text, int32_t length,
                                     int32_t *offsets) {
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text, length, &error);
  ubrk_setUText(iterator, &utext, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) {
    ubrk_first(iterator);
    for (int32_t next = ubrk_next(iterator); next != UBRK_DONE; next = ubrk_next(iterator)) {
      if (count < length) offsets[count++] = next;
    }
  }
  utext_close(&utext);
  return count;
}

/// The direction of a paragraph by its first letter that has one; UBIDI_NEUTRAL if none has.
static inline UBiDiDirection lectern_base_direction(const UChar *text, int32_t length) {
  return ubidi_getBaseDirection(text, length);
}
