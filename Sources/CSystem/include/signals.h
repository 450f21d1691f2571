// Signals as events of a poll loop.
#pragma once
#include <stdint.h>

/// Installs handlers for the signals that the reader answers itself (WINCH, TERM, HUP, INT, QUIT,
/// TSTP, CONT) and ignores PIPE and XFSZ, whose system calls fail instead. A signal that was
/// ignored when the program started stays so. Answers a descriptor that is readable while signals
/// wait, the same on every call, or -1. Call it before curses starts.
int lectern_signals_open(void);

/// The signals that have come since the last call: bit n stands for signal n. Never blocks.
uint64_t lectern_signals_take(void);

/// Stops the process and its group as Ctrl-Z in a terminal does; returns when it continues, or at
/// once where nobody could continue it. The SIGCONT that ends it is not reported besides.
void lectern_stop(void);
