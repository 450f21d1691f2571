// What the tests of a terminal program need: libvterm, and a pseudo-terminal with a program in it.
#pragma once
#include <vterm.h>

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/// A program in a pseudo-terminal. `control` carries one packet for each change of the program's
/// state, as `waitpid` told it; closing it lets the session end.
struct terminal_child {
  int master;
  int control;
  pid_t session;
  pid_t program;
};

struct terminal_program {
  const char *path;
  char *const *arguments;
  char *const *environment;
  const char *folder;
};

static inline void terminal_execute(const struct terminal_program *program) {
  sigset_t none;
  sigemptyset(&none);
  setpgid(0, 0);
  signal(SIGTTOU, SIG_IGN);
  tcsetpgrp(0, getpid());
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (program->folder == NULL || chdir(program->folder) == 0)
    execve(program->path, program->arguments, program->environment);
  _exit(127);
}

/// Sends on every change of the program's state, and the hang-up that a shell would pass on.
static inline void terminal_watch(int control, pid_t program, const sigset_t *signals) {
  int status = 0;
  for (;;) {
    int number = sigwaitinfo(signals, NULL);
    if (number == SIGHUP) kill(program, SIGHUP);
    while (waitpid(program, &status, WNOHANG | WUNTRACED | WCONTINUED) == program) {
      send(control, &status, sizeof status, MSG_NOSIGNAL);
      if (WIFEXITED(status) || WIFSIGNALED(status)) return;
    }
  }
}

/// Leads the session as a shell does. The program must not lead it: the kernel resets the modes of
/// a terminal whose session ends, and tests compare them after the program's end.
static inline void terminal_lead(int control, const struct terminal_program *program) {
  const int kept = 3;
  if (control != kept) dup2(control, kept);
  fcntl(kept, F_SETFD, FD_CLOEXEC);
  syscall(SYS_close_range, kept + 1, ~0U, 0);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGCHLD);
  sigaddset(&signals, SIGHUP);
  sigprocmask(SIG_SETMASK, &signals, NULL);
  signal(SIGCHLD, SIG_DFL);
  signal(SIGHUP, SIG_DFL);
  pid_t child = fork();
  if (child == 0) terminal_execute(program);
  if (child < 0) _exit(127);
  setpgid(child, child);
  send(kept, &child, sizeof child, MSG_NOSIGNAL);
  terminal_watch(kept, child, &signals);
  char byte;
  while (recv(kept, &byte, 1, 0) < 0 && errno == EINTR) continue;
  _exit(0);
}

/// Starts a program in the foreground of a new pseudo-terminal. Answers 0 or an error number.
/// All of it is C: after the fork of a process with threads, nothing else may run before `execve`.
static inline int terminal_start(
    struct terminal_child *child, const struct terminal_program *program,
    unsigned short columns, unsigned short rows) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return errno;
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  child->session = forkpty(&child->master, NULL, NULL, &size);
  if (child->session == 0) terminal_lead(pair[1], program);
  int failure = child->session < 0 ? errno : 0;
  close(pair[1]);
  if (failure == 0) {
    fcntl(child->master, F_SETFD, FD_CLOEXEC);
    fcntl(child->master, F_SETFL, O_RDWR | O_NONBLOCK);
    if (recv(pair[0], &child->program, sizeof child->program, 0) <= 0) failure = ECHILD;
  }
  if (failure != 0) {
    close(pair[0]);
    if (child->session > 0) close(child->master);
    child->program = 0;
  }
  child->control = pair[0];
  return failure;
}

static inline int terminal_resize(int master, unsigned short columns, unsigned short rows) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

/// -1 while the program runs, else how it ended: 0–255 its status, 256 + n signal n.
static inline int terminal_end(int status) {
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : -1;
}

static inline int terminal_is_stopped(int status) { return WIFSTOPPED(status) ? 1 : 0; }

static inline int terminal_color_index(VTermColor color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color)) return -1;
  return VTERM_COLOR_IS_INDEXED(&color) ? color.indexed.idx : 256;
}
