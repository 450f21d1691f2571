#include "signals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <unistd.h>

static const int answered[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
static const int ignored[] = {SIGPIPE, SIGXFSZ};

static _Atomic uint64_t waiting;
static int wakeup = -1;

/// The set of signals cannot overflow, so a storm of one never hides another.
static void note(int number) {
  const int before = errno;
  atomic_fetch_or(&waiting, UINT64_C(1) << number);
  const uint64_t one = 1;
  const ssize_t written = write(wakeup, &one, sizeof one);
  (void)written;
  errno = before;
}

/// Ends the `write` that it interrupts, and does nothing else.
static void interrupt(int number) { (void)number; }

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

/// A program may inherit blocked signals.
static void unblock(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGALRM);
  for (size_t i = 0; i < sizeof answered / sizeof *answered; i++) sigaddset(&set, answered[i]);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

int lectern_signals_open(void) {
  if (wakeup >= 0) return wakeup;
  wakeup = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (wakeup < 0) return -1;
  for (size_t i = 0; i < sizeof answered / sizeof *answered; i++) {
    struct sigaction inherited;
    sigaction(answered[i], NULL, &inherited);
    if (inherited.sa_handler != SIG_IGN) handle(answered[i], note, SA_RESTART);
  }
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) handle(ignored[i], SIG_IGN, 0);
  handle(SIGALRM, interrupt, 0);
  unblock();
  return wakeup;
}

uint64_t lectern_signals_take(void) {
  uint64_t count;
  if (read(wakeup, &count, sizeof count) < 0) return 0;
  return atomic_exchange(&waiting, 0);
}

void lectern_stop(void) {
  struct sigaction inherited;
  sigaction(SIGTSTP, NULL, &inherited);
  if (inherited.sa_handler == SIG_IGN) return;
  // The rest of the group first, while the signal does not reach the caller.
  handle(SIGTSTP, SIG_IGN, 0);
  kill(0, SIGTSTP);
  handle(SIGTSTP, SIG_DFL, 0);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &inherited, NULL);
  atomic_fetch_and(&waiting, ~(UINT64_C(1) << SIGCONT));
}
