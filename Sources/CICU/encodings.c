#include "encodings.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

int32_t lectern_detect_encoding(const char *bytes, int32_t count, int32_t rank, char *name,
                                int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t confidence = -1;
  int32_t found = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return -1;
  ucsdet_setText(detector, bytes, count, &status);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
  if (U_SUCCESS(status) && rank < found) {
    const char *guess = ucsdet_getName(matches[rank], &status);
    confidence = ucsdet_getConfidence(matches[rank], &status);
    if (U_FAILURE(status) || strlen(guess) >= (size_t)capacity) confidence = -1;
    else strcpy(name, guess);
  }
  ucsdet_close(detector);
  return confidence;
}

int32_t lectern_convert_to_utf8(const char *encoding, const char *bytes, int32_t count,
                                char *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = ucnv_convert("UTF-8", encoding, target, capacity, bytes, count, &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}
