#include "CRank.h"

#include <sqlite3.h>
#include <string.h>

// The usual constants of BM25: how soon more of the same word tells no more, and how much the length
// of a text counts (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
static const double saturation = 1.2;
static const double length_share = 0.75;

enum { most_phrases = 1024 };

// The words of a row on average, which is read once for each expression.
static int average_size(const Fts5ExtensionApi *api, Fts5Context *table, double *average) {
    const double *known = api->xGetAuxdata(table, 0);
    if (known == NULL) {
        sqlite3_int64 rows = 0;
        sqlite3_int64 words = 0;
        int code = api->xRowCount(table, &rows);
        if (code == SQLITE_OK) code = api->xColumnTotalSize(table, -1, &words);
        if (code != SQLITE_OK) return code;
        double *made = sqlite3_malloc(sizeof *made);
        if (made == NULL) return SQLITE_NOMEM;
        *made = rows > 0 && words > 0 ? (double)words / (double)rows : 1;
        // On failure SQLite has freed it.
        code = api->xSetAuxdata(table, made, sqlite3_free);
        if (code != SQLITE_OK) return code;
        known = made;
    }
    *average = *known;
    return SQLITE_OK;
}

// How often each phrase stands in the row, counting those in the title more.
static int count(const Fts5ExtensionApi *api, Fts5Context *table, double title, int phrases,
                 double *counts) {
    int instances = 0;
    int code = api->xInstCount(table, &instances);
    for (int instance = 0; code == SQLITE_OK && instance < instances; instance++) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        code = api->xInst(table, instance, &phrase, &column, &offset);
        if (code == SQLITE_OK && phrase < phrases) counts[phrase] += column == 0 ? title : 1;
    }
    return code;
}

static void rank(const Fts5ExtensionApi *api, Fts5Context *table, sqlite3_context *result,
                 int argument_count, sqlite3_value **arguments) {
    if (argument_count != 2) return sqlite3_result_error_code(result, SQLITE_MISUSE);
    double weights[most_phrases];
    double counts[most_phrases] = {0};
    int phrases = sqlite3_value_bytes(arguments[1]) / (int)sizeof(double);
    if (phrases > most_phrases) phrases = most_phrases;
    if (phrases > 0)
        memcpy(weights, sqlite3_value_blob(arguments[1]), (size_t)phrases * sizeof(double));

    double average = 1;
    int size = 0;
    int code = average_size(api, table, &average);
    if (code == SQLITE_OK) code = api->xColumnSize(table, -1, &size);
    if (code == SQLITE_OK)
        code = count(api, table, sqlite3_value_double(arguments[0]), phrases, counts);
    if (code != SQLITE_OK) return sqlite3_result_error_code(result, code);

    const double length = 1 - length_share + length_share * size / average;
    double sum = 0;
    for (int phrase = 0; phrase < phrases; phrase++)
        sum += weights[phrase] * counts[phrase] * (saturation + 1)
            / (counts[phrase] + saturation * length);
    sqlite3_result_double(result, sum);
}

int lectern_rank_register(const void *api) {
    fts5_api *fts5 = (fts5_api *)api;
    return fts5->xCreateFunction(fts5, "lectern_rank", NULL, rank, NULL);
}
