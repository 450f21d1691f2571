/// Everything that a key can do. A case's row in `Command.table` says what it is called and how
/// help explains it; `Keymap.rows` says which keys do it; `State.perform` does it.
package enum Command: String, CaseIterable, Sendable {
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom
  case nextParagraph, previousParagraph, nextSection, previousSection, goToPercent
  case nextChange, previousChange
  case readOn
  case open, back, swapPanes, leave, quit, focus, cycleLayout, narrowList, widenList
  case suspend, redraw, rescan
  case nextArticle, previousArticle, next, previous, nextUnread, previousUnread
  case lastPlace, randomUnread
  case toggleRead, previousMatchOrToggleRead, markViewRead, toggleStar, tag, undo, redo, selectRows
  case find, endFind, narrow, views, toggleHideRead, contents, articlesWithWord, related
  case sortByPath, sortByTitle, sortByDate, sortByAdded, sortByLength, sortByProgress, sortByRank
  case reverseSort
  case widenMeasure, narrowMeasure, defaultMeasure, toggleOriginal, toggleFurniture
  case toggleJustify, toggleWrap, info
  case links, commandLine
  case help
}

extension Command {
  /// The headings of the help page and of the key table, in their order.
  package enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case read = "Read on"
    case panes = "Panes"
    case articles = "Articles"
    case state = "State"
    case find = "Find"
    case text = "Text"
    case out = "Out"
    case help = "Help"
  }

  /// What help says of a command.
  package struct Entry: Sendable {
    package let command: Command
    package let group: Group
    package let help: String
    /// The same in a word or two, for the bottom line.
    package let hint: String

    init(_ command: Command, _ group: Group, _ help: String, hint: String? = nil) {
      self.command = command
      self.group = group
      self.help = help
      self.hint = hint ?? help
    }
  }

  package var entry: Entry { Command.entries[self] ?? Entry(self, .help, rawValue) }

  private static let entries = Dictionary(uniqueKeysWithValues: table.map { ($0.command, $0) })

  /// Every command once, in the order of help.
  package static let table: [Entry] = [
    Entry(.down, .move, "line down"),
    Entry(.up, .move, "line up"),
    Entry(.pageDown, .move, "page down"),
    Entry(.pageUp, .move, "page up"),
    Entry(.halfPageDown, .move, "half page down"),
    Entry(.halfPageUp, .move, "half page up"),
    Entry(.top, .move, "first line (5gg: the fifth)", hint: "first line"),
    Entry(.bottom, .move, "last line (5G: the fifth)"),
    Entry(.nextParagraph, .move, "next paragraph"),
    Entry(.previousParagraph, .move, "previous paragraph"),
    Entry(.nextSection, .move, "next section"),
    Entry(.previousSection, .move, "previous section"),
    Entry(.nextChange, .move, "next change since it was read", hint: "change"),
    Entry(.previousChange, .move, "previous change", hint: "change"),
    Entry(.goToPercent, .move, "to a place in per cent (50%)"),

    Entry(.readOn, .read, "page down; at the end mark it read, open the next unread"),

    Entry(.open, .panes, "into the reading pane"),
    Entry(.back, .panes, "back to the list"),
    Entry(.swapPanes, .panes, "swap the panes"),
    Entry(.leave, .panes, "back, then quit"),
    Entry(.quit, .panes, "quit"),
    Entry(.focus, .panes, "reading pane alone", hint: "focus"),
    Entry(.cycleLayout, .panes, "layout: auto, side by side, stacked", hint: "layout"),
    Entry(.narrowList, .panes, "narrower list"),
    Entry(.widenList, .panes, "wider list"),
    Entry(.suspend, .panes, "suspend"),
    Entry(.redraw, .panes, "redraw the screen"),
    Entry(.rescan, .panes, "look at the folder again"),

    Entry(.nextArticle, .articles, "next article"),
    Entry(.previousArticle, .articles, "previous article"),
    Entry(.next, .articles, "next unread, or next match while a search is shown"),
    Entry(.previous, .articles, "previous unread"),
    Entry(.nextUnread, .articles, "next unread"),
    Entry(.previousUnread, .articles, "previous unread"),
    Entry(.lastPlace, .articles, "back to the last place", hint: "last place"),
    Entry(.randomUnread, .articles, "any unread article", hint: "random unread"),

    Entry(.toggleRead, .state, "mark read or unread"),
    Entry(
      .previousMatchOrToggleRead, .state,
      "mark read or unread, or previous match while a search is shown"),
    Entry(.markViewRead, .state, "mark all that the view shows read"),
    Entry(.toggleStar, .state, "star"),
    Entry(.tag, .state, "add tags, or remove them (-tag)", hint: "tags"),
    Entry(.undo, .state, "undo"),
    Entry(.redo, .state, "redo"),
    Entry(.selectRows, .state, "select rows; the next mark is for all of them"),

    Entry(.find, .find, "search: titles and texts from the list, words in the article"),
    Entry(.endFind, .find, "end the search or the selection"),
    Entry(.narrow, .find, "narrow the list by a query", hint: "narrow"),
    Entry(.views, .find, "views: unread, starred, new, short reads and others", hint: "views"),
    Entry(.toggleHideRead, .find, "hide or show what is read", hint: "hide read"),
    Entry(.contents, .find, "contents: the headings of the article", hint: "contents"),
    Entry(
      .articlesWithWord, .find, "all articles with the word that is searched in the article",
      hint: "articles with the word"),
    Entry(.related, .find, "articles that are most like this one", hint: "related"),
    Entry(.sortByPath, .find, "sort by path", hint: "path"),
    Entry(.sortByTitle, .find, "sort by title", hint: "title"),
    Entry(.sortByDate, .find, "sort by date", hint: "date"),
    Entry(.sortByAdded, .find, "sort by the time of the file", hint: "added"),
    Entry(.sortByLength, .find, "sort by length", hint: "length"),
    Entry(.sortByProgress, .find, "sort by progress", hint: "progress"),
    Entry(.sortByRank, .find, "sort by rank, where words are looked for", hint: "rank"),
    Entry(.reverseSort, .find, "reverse the sort", hint: "reverse"),

    Entry(.widenMeasure, .text, "longer lines"),
    Entry(.narrowMeasure, .text, "shorter lines"),
    Entry(.defaultMeasure, .text, "lines of the default length"),
    Entry(.toggleOriginal, .text, "typeset or original text", hint: "original"),
    Entry(.toggleFurniture, .text, "show or fold page furniture", hint: "furniture"),
    Entry(.toggleJustify, .text, "fill lines to the measure, dividing words", hint: "justify"),
    Entry(.toggleWrap, .text, "cut or continue wide preformatted lines", hint: "wrap"),
    Entry(.info, .text, "what was found out about the text"),

    Entry(.links, .out, "links of the article", hint: "links"),
    Entry(.commandLine, .out, "any command by its name; Tab completes it", hint: "command"),

    Entry(.help, .help, "keys of this pane"),
  ]
}
