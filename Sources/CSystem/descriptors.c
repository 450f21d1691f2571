#include "descriptors.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

int lectern_event_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int lectern_memory_open(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int lectern_window_size(int terminal, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

ssize_t lectern_write_briefly(int descriptor, const void *bytes, size_t count, int milliseconds) {
  // The timer repeats, so that it also ends a write that begins only after its first signal.
  const struct timeval period = {.tv_usec = milliseconds * 1000};
  const struct itimerval on = {.it_interval = period, .it_value = period}, off = {{0}};
  setitimer(ITIMER_REAL, &on, NULL);
  const ssize_t written = write(descriptor, bytes, count);
  const int error = errno;
  setitimer(ITIMER_REAL, &off, NULL);
  errno = error;
  return written;
}
