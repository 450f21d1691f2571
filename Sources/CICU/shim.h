// ICU for Swift: its C functions carry a version suffix by macro, so each needs a plain name here.
#pragma once
#include <unicode/ubrk.h>
#include <unicode/ubidi.h>
#include <unicode/utext.h>
#include "breaks.h"
#include "folding.h"
