#ifndef CRANK_H
#define CRANK_H

/// Adds to a connection what ranks rows of full-text tables while they are found:
/// `lectern_rank(table, title, weights)`. Greater is better.
///
/// `title` is how much more a word of the first column weighs, `weights` a blob with a `double` for
/// each phrase of the expression, in its order. SQLite's own bm25 goes through all rows of each phrase
/// once more before it can rank the first one.
///
/// `api` is an `fts5_api`. Returns SQLite's code.
int lectern_rank_register(const void *api);

#endif
