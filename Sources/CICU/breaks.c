#include "breaks.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static lectern_break_iterator *open_breaks(UBreakIteratorType type) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(type, "", NULL, 0, &error);
  return U_SUCCESS(error) ? (lectern_break_iterator *)iterator : NULL;
}

lectern_break_iterator *lectern_open_line_breaks(void) { return open_breaks(UBRK_LINE); }

lectern_break_iterator *lectern_open_grapheme_breaks(void) { return open_breaks(UBRK_CHARACTER); }

int32_t lectern_breaks(lectern_break_iterator *iterator, const char *text, int32_t length,
                       int32_t *offsets) {
  UBreakIterator *breaks = (UBreakIterator *)iterator;
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text, length, &error);
  ubrk_setUText(breaks, &utext, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) {
    ubrk_first(breaks);
    for (int32_t next = ubrk_next(breaks); next != UBRK_DONE; next = ubrk_next(breaks)) {
      if (count < length) offsets[count++] = next;
    }
  }
  utext_close(&utext);
  return count;
}

bool lectern_runs_right_to_left(const uint16_t *text, int32_t length) {
  return ubidi_getBaseDirection(text, length) == UBIDI_RTL;
}
