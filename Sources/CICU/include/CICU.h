// ICU for Swift, without ICU's own types: Foundation brings others of the same names.
#pragma once
#include "breaks.h"
#include "encodings.h"
#include "folding.h"
