// How the C library keeps memory.
#pragma once

/// Makes all threads share two pools of memory. Each thread would have one of its own, and what a
/// thread has once needed it keeps: with a few threads that is more than the program's own.
void lectern_memory_share(void);
