#include "memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// Where the linker has put the program: from its first byte to the end of its code.
extern const char __executable_start;
extern const char etext;

void lectern_memory_share(void) { mallopt(M_ARENA_MAX, 2); }

void lectern_memory_use_large_pages(void *start, size_t count) {
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    const uintptr_t first = ((uintptr_t)start + page - 1) & ~(page - 1);
    const uintptr_t end = ((uintptr_t)start + count) & ~(page - 1);
    if (first < end) madvise((void *)first, end - first, MADV_HUGEPAGE);
}

void lectern_memory_reserve(size_t bytes) {
    // The second pool grows page by page, each with a system call, but only where it has never been
    // as large. Blocks are smaller than what is taken from the system one by one.
    struct block {
        struct block *next;
    } *blocks = NULL;
    const size_t size = 120 << 10;
    for (size_t taken = 0; taken < bytes; taken += size) {
        struct block *block = malloc(size);
        if (block == NULL) break;
        lectern_memory_use_large_pages(block, size);
        block->next = blocks;
        blocks = block;
    }
    while (blocks != NULL) {
        struct block *next = blocks->next;
        free(blocks);
        blocks = next;
    }
}

void lectern_memory_trim(void) {
    malloc_trim(0);
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    const uintptr_t start = ((uintptr_t)&__executable_start + page - 1) & ~(page - 1);
    const uintptr_t end = (uintptr_t)&etext & ~(page - 1);
    if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
}
