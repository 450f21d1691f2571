#include "folding.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

uint32_t lectern_base_scalar(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFDInstance(&error);
  if (U_FAILURE(error)) return scalar;
  UChar units[32];
  int32_t length = unorm2_getDecomposition(normalizer, (UChar32)scalar, units, 32, &error);
  if (U_FAILURE(error) || length <= 0) return scalar;
  UChar32 base;
  U16_GET(units, 0, 0, length, base);
  return (uint32_t)base;
}

uint32_t lectern_fold_case(uint32_t scalar) {
  return (uint32_t)u_foldCase((UChar32)scalar, U_FOLD_CASE_DEFAULT);
}

uint8_t lectern_combining_class(uint32_t scalar) {
  return u_getCombiningClass((UChar32)scalar);
}
