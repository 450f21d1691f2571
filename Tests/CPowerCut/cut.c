#include "CPowerCut.h"

#include <stdint.h>
#include <sys/ioctl.h>

// From the kernel's fs/ext4/ext4.h and fs/xfs/xfs_fs.h, which are in no header for programs.
#define SHUTDOWN _IOR('X', 125, uint32_t)
#define LOG_FLUSH 1
#define NO_LOG_FLUSH 2

int lectern_cut_power(int descriptor, int writesJournal) {
  uint32_t how = writesJournal ? LOG_FLUSH : NO_LOG_FLUSH;
  return ioctl(descriptor, SHUTDOWN, &how);
}
