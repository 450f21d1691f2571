// What Swift's Glibc module lacks: signal handlers, crash restore and GNU system calls.
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "column_width.h"
#include "crash.h"
#include "descriptors.h"
#include "files.h"
#include "memory.h"
#include "signals.h"
