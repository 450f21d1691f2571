// Detection and conversion of encodings, as two plain functions.
#pragma once
#include <stdint.h>

/// Guesses the encoding of a text: its best guess has the rank 0. Writes the IANA name and answers
/// how sure the guess is, 0…100; -1 if there is none of that rank.
int32_t lectern_detect_encoding(const char *bytes, int32_t count, int32_t rank, char *name,
                                int32_t capacity);

/// Converts a text to UTF-8, with U+FFFD for what is invalid. Answers the bytes needed, which may
/// be more than the capacity (then nothing useful is written), or -1 for an unknown encoding.
int32_t lectern_convert_to_utf8(const char *encoding, const char *bytes, int32_t count,
                                char *target, int32_t capacity);
