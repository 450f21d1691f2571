// zlib for Swift: the macros that the importer refuses, by other names.
#pragma once
#include <zlib.h>

/// Begins to inflate what gzip compressed.
static inline int zlib_inflate_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
