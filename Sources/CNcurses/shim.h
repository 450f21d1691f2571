// ncursesw for Swift: the constants and variables that the importer refuses, by other names.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
