// ncursesw for Swift: the constants, variables and macros that the importer refuses, by other
// names.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stddef.h>
#include <term.h>

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_italic = A_ITALIC;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;

static inline WINDOW *curses_window(void) { return stdscr; }

/// Lets the next update draw every cell anew, whatever curses believes to be on the screen.
static inline void curses_repaint(void) { clearok(curscr, TRUE); }

/// A blank cell of a look, from which cells with text are made. `setcchar` answers OK to anything.
static inline cchar_t curses_blank(attr_t attributes, int pair) {
  cchar_t cell;
  setcchar(&cell, L" ", attributes, 0, &pair);
  return cell;
}

/// Reads a terminal's description: 1 if there is one, else 0 or less. Never prints or exits.
static inline int curses_describe(const char *terminal, int descriptor) {
  int found = 0;
  setupterm(terminal, descriptor, &found);
  return found;
}

/// Frees what `curses_describe` read.
static inline void curses_forget(void) { del_curterm(cur_term); }

/// A string of the terminal's description, NULL if it has none.
static inline const char *curses_string(const char *capability) {
  const char *text = tigetstr(capability);
  return text == (const char *)-1 ? NULL : text;
}

/// The sequence that moves the cursor, NULL if there is none.
static inline const char *curses_movement(int row, int column) {
  const char *text = curses_string("cup");
  return text == NULL ? NULL : tparm(text, (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}
