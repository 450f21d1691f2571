#include "memory.h"

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Where the linker has put the program: from its first byte to the end of its code.
extern const char __executable_start;
extern const char etext;

void lectern_memory_share(void) { mallopt(M_ARENA_MAX, 2); }

void lectern_memory_trim(void) {
    malloc_trim(0);
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    const uintptr_t start = ((uintptr_t)&__executable_start + page - 1) & ~(page - 1);
    const uintptr_t end = (uintptr_t)&etext & ~(page - 1);
    if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
}
