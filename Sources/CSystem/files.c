#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

_Static_assert(0x200000 == O_PATH, "O_PATH differs on this architecture");

// Copies the first part of the path; false where it is none that may be followed.
static bool first_part(const char *path, size_t length, char part[256]) {
  errno = length < 256 ? EXDEV : ENAMETOOLONG;
  if (length == 0 || length >= 256) return false;
  memcpy(part, path, length);
  part[length] = 0;
  return strcmp(part, "..") != 0;
}

// One part after the other, no links: what a kernel without openat2 lets us do safely.
static int open_by_parts(int folder, const char *path, int flags) {
  int at = folder;
  while (1) {
    const char *slash = strchr(path, '/');
    char part[256];
    int next = -1;
    if (first_part(path, slash ? (size_t)(slash - path) : strlen(path), part)) {
      next = openat(at, part, (slash ? O_PATH | O_DIRECTORY : flags) | O_NOFOLLOW | O_CLOEXEC);
    }
    int reason = errno;
    if (at != folder) close(at);
    errno = reason;
    if (next < 0 || !slash) return next;
    at = next;
    path = slash + 1;
  }
}

int lectern_open_beneath(int folder, const char *path, int flags) {
  struct open_how how = {
      .flags = (uint64_t)(flags | O_CLOEXEC),
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
  };
  int file = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
  // EPERM: some sandboxes forbid system calls that they do not know.
  if (file < 0 && (errno == ENOSYS || errno == EPERM)) return open_by_parts(folder, path, flags);
  return file;
}

int lectern_exchange(int folder, const char *one, const char *other) {
  return renameat2(folder, one, folder, other, RENAME_EXCHANGE);
}

int lectern_rename_new(int folder, const char *from, const char *to) {
  return renameat2(folder, from, folder, to, RENAME_NOREPLACE);
}

int lectern_renew(int descriptor, int other) { return dup3(other, descriptor, O_CLOEXEC); }

int lectern_is_network_folder(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return 0;
  switch ((uint32_t)status.f_type) {
  case 0x6969:      // NFS
  case 0x517B:      // SMB
  case 0xFF534D42:  // CIFS
  case 0xFE534D42:  // SMB 2
  case 0x01021997:  // 9P
  case 0x00C36400:  // Ceph
  case 0x5346414F:  // AFS
  case 0x6B414653:  // AFS of the kernel
  case 0x73757245:  // Coda
  case 0x0BD00BD0:  // Lustre
  case 0x47504653:  // GPFS
  case 0x01161970:  // GFS2
  case 0x7461636F:  // OCFS2
  case 0x786F4256:  // folders shared with VirtualBox
  case 0x65735546:  // FUSE: sshfs, virtiofs and others
    return 1;
  default: return 0;
  }
}
