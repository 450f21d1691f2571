// A terminal that is left in order even when the program fails.
#pragma once
#include <stddef.h>
#include <termios.h>

/// Installs handlers for the signals that end a program unasked (SEGV, BUS, ILL, TRAP, FPE, ABRT
/// and their like). They restore what `lectern_crash_arm` was given and let the signal take its
/// course. The main thread handles its own stack overflow; other threads do not.
void lectern_crash_install(void);

/// Says what to restore: the modes of a terminal, then bytes written to it. They are copied, at
/// most 512.
void lectern_crash_arm(int terminal, const struct termios *modes, const void *bytes, size_t count);

/// From here on nothing is restored.
void lectern_crash_disarm(void);
