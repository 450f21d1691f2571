// Files: the system calls that Swift's Glibc module lacks.
#pragma once
#include <dirent.h>

/// `O_PATH`, for `open`: a descriptor that names a file without opening it.
static const int lectern_open_path_flag = 0x200000;

/// Opens `path` below the folder, for reading; never what lies outside of it. Symbolic links are
/// followed where the kernel can tell that they stay inside (Linux 5.6), else not at all.
/// Returns a descriptor, or -1 and `errno` (EXDEV: the path leads out; ELOOP: a link).
int lectern_open_beneath(int folder, const char *path, int flags);

/// Swaps two names of the folder in one step. Returns 0, or -1 and `errno`.
int lectern_exchange(int folder, const char *one, const char *other);

/// Renames within the folder, unless the new name exists (EEXIST). Returns 0, or -1 and `errno`.
int lectern_rename_new(int folder, const char *from, const char *to);

/// Lets a descriptor stand for what another one is open on. Returns it, or -1 and `errno`.
int lectern_renew(int descriptor, int other);

/// Whether the folder is on a file system that other machines may write too: 1, or 0 where it is
/// not or cannot be told.
int lectern_is_network_folder(const char *path);

/// The name of an entry: Swift sees it as 256 separate bytes.
static inline const char *lectern_entry_name(const struct dirent *entry) { return entry->d_name; }
