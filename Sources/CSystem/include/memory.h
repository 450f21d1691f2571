// How the C library keeps memory.
#pragma once

/// Makes all threads share two pools of memory. Each thread would have one of its own, and what a
/// thread has once needed it keeps: with a few threads that is more than the program's own.
void lectern_memory_share(void);

/// Gives back what is free, and the pages of code that ran once, at the start: the file is there to
/// read them from again. Code is never written to, so nothing can be lost.
void lectern_memory_trim(void);
