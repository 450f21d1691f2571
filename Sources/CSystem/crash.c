#include "crash.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

#include "descriptors.h"

static const int fatal[] = {
    SIGSEGV, SIGBUS,  SIGILL,    SIGTRAP, SIGFPE,  SIGABRT, SIGSYS,
    SIGXCPU, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGPOLL,
};

static struct {
  int terminal;
  struct termios modes;
  size_t count;
  char bytes[512];
} restored;
static atomic_bool is_armed;
static char stack[65536];

/// Runs after a crash: only calls that are safe in a signal handler. All signals but the timer's are
/// blocked, so setting modes from the background does not stop the process.
static void restore(int number) {
  if (atomic_exchange(&is_armed, false)) {
    tcsetattr(restored.terminal, TCSANOW, &restored.modes);
    lectern_write_briefly(restored.terminal, restored.bytes, restored.count, 300);
  }
  signal(number, SIG_DFL);
  raise(number);
}

void lectern_crash_install(void) {
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {.sa_handler = restore, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  sigdelset(&action.sa_mask, SIGALRM);
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
}

void lectern_crash_arm(int terminal, const struct termios *modes, const void *bytes, size_t count) {
  lectern_crash_disarm();
  restored.terminal = terminal;
  restored.modes = *modes;
  restored.count = count < sizeof restored.bytes ? count : sizeof restored.bytes;
  memcpy(restored.bytes, bytes, restored.count);
  atomic_store(&is_armed, true);
}

void lectern_crash_disarm(void) { atomic_store(&is_armed, false); }
