// How the C library keeps memory.
#pragma once
#include <stddef.h>

/// Makes all threads share two pools of memory. Each thread would have one of its own, and what a
/// thread has once needed it keeps: with a few threads that is more than the program's own.
void lectern_memory_share(void);

/// Asks for large pages in some memory that is about to be filled: a page that is touched for the first
/// time costs more than copying its bytes.
void lectern_memory_use_large_pages(void *start, size_t count);

/// Makes room for so many bytes in small pieces, which this thread is about to allocate: that takes
/// large pages, and half of the time. What is not used takes no memory.
void lectern_memory_reserve(size_t bytes);

/// Gives back what is free, and the pages of code that ran once, at the start: the file is there to
/// read them from again. Code is never written to, so nothing can be lost.
void lectern_memory_trim(void);
