// Calls on descriptors that Swift's Glibc module lacks.
#pragma once
#include <stddef.h>
#include <sys/types.h>

/// A counter whose reader polls for what other threads announce, or -1.
int lectern_event_open(void);

/// A file in memory, or -1.
int lectern_memory_open(const char *name);

/// The size of the terminal's window in cells. Answers 0, or -1 where there is none.
int lectern_window_size(int terminal, int *columns, int *rows);

/// One `write` that gives up after so many milliseconds (less than 1,000), with what was written by
/// then. Main thread only, once signals are open; it uses the process's interval timer.
ssize_t lectern_write_briefly(int descriptor, const void *bytes, size_t count, int milliseconds);
