#ifndef CPOWERCUT_H
#define CPOWERCUT_H

/// Cuts a mounted file system off from its device, as a power cut would; what is not on the device
/// by then is gone at the next mounting. Needs root.
/// - Parameters:
///   - descriptor: any open file or folder of it.
///   - writesJournal: whether the journal as it stands in memory may still be written.
/// - Returns: 0, or -1 with `errno`.
int lectern_cut_power(int descriptor, int writesJournal);

#endif
