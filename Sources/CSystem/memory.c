#include "memory.h"

#include <malloc.h>

void lectern_memory_share(void) { mallopt(M_ARENA_MAX, 2); }
