// libhyphen for Swift: plain division only, without the arrays that the caller would have to free.
#pragma once
#include <hyphen.h>
#include <stdlib.h>

/// Marks where a word of UTF-8 may be divided: an odd digit stands for each character after which a
/// hyphen may be set without changing its letters. `marks` has room for `size + 5` bytes. Answers 0,
/// or another number where nothing was marked.
static inline int hyphen_marks(HyphenDict *dictionary, const char *word, int size, char *marks) {
  char **changes = NULL;
  int *starts = NULL, *lengths = NULL;
  int failure =
      hnj_hyphen_hyphenate2(dictionary, word, size, marks, NULL, &changes, &starts, &lengths);
  for (int index = 0; changes && index < size; index++) {
    if (!changes[index]) continue;
    marks[index] = '0';
    free(changes[index]);
  }
  free(changes);
  free(starts);
  free(lengths);
  return failure;
}
