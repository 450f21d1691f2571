#include "column_width.h"

#include <locale.h>
#include <pthread.h>
#include <stdatomic.h>
#include <wchar.h>

static locale_t utf8_locale;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_locale(void) { utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

static int asked_width(uint32_t scalar) {
  pthread_once(&once, open_locale);
  if (utf8_locale == (locale_t)0) return wcwidth((wchar_t)scalar);
  locale_t before = uselocale(utf8_locale);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}

// Width + 2 of each scalar that was asked for, 0 for the others. The pages of this array cost
// memory only when touched. Every thread would store the same value, so any order will do.
static _Atomic int8_t known[0x110000];

int lectern_column_width(uint32_t scalar) {
  if (scalar >= sizeof known) return -1;
  int8_t cached = atomic_load_explicit(&known[scalar], memory_order_relaxed);
  if (cached != 0) return cached - 2;
  int width = asked_width(scalar);
  atomic_store_explicit(&known[scalar], (int8_t)(width + 2), memory_order_relaxed);
  return width;
}
