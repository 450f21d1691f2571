import Articles
import Screen
import Typesetting

/// What the screen says to a person, in whole words. All of it may hold untrusted text; it is
/// sanitised when it is drawn.
package enum Wording {
  // MARK: Marks

  package static func markedRead(_ count: Int) -> String { "Marked \(articles(count)) read" }
  package static func markedUnread(_ count: Int) -> String { "Marked \(articles(count)) unread" }
  package static func starred(_ count: Int) -> String { "Starred \(articles(count))" }
  package static func unstarred(_ count: Int) -> String { "Took the star from \(articles(count))" }
  package static func tagged(_ count: Int, _ tag: String) -> String {
    "Tagged \(articles(count)) \(tag)"
  }
  package static func untagged(_ count: Int, _ tag: String) -> String {
    "Took the tag \(tag) from \(articles(count))"
  }
  static func tagged(_ count: Int, _ edit: TagEdit) -> String {
    let (added, removed) = (edit.added, edit.removed)
    if removed.isEmpty { return tagged(count, added.joined(separator: " ")) }
    if added.isEmpty { return untagged(count, removed.joined(separator: " ")) }
    return "Changed the tags of \(articles(count))"
  }
  package static func undone(_ name: String) -> String { "Undone: \(name)." }
  package static func redone(_ name: String) -> String { "Done again: \(name)." }

  static let undoHint = ". U undoes it."
  static let nothingToMark = "Nothing to mark: all is read already."
  static let nothingToTag = "The tags are so already."
  static let noTags = "none"
  static let noTag = "a tag is one word, of 256 bytes at most"
  package static let nothingToUndo = "Nothing to undo."
  package static let nothingToRedo = "Nothing to do again."
  static let marksNotLoaded = "The marks are still being read. Try again in a moment."

  static func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }

  /// What the list says of a text that is another one than when it was read.
  static let changed = "changed"

  /// Marks that were taken along by articles under new names.
  static func marksFollowed(_ count: Int) -> String {
    count == 1
      ? "1 article has a new name: its marks came along."
      : "\(count) articles have new names: their marks came along."
  }

  // MARK: Going about

  static let firstArticle = "This is the first article."
  static let lastArticle = "This is the last article."
  static let nothingToOpen = "No article is selected."
  static let changesUnknown = "How this text was when it was read is not remembered."
  static let nothingChanged = "Nothing is new since this text was read."
  static let noOtherChange = "No other change that way."
  static let noLastPlace = "No other article was open before."
  static let lastPlaceHidden = "The last article is not in this view."

  static func nothingUnread(_ counts: Counts) -> String {
    guard counts.unread == 0 else { return "No other article is unread in this view." }
    guard counts.reading > 0 else { return "Nothing unread is left." }
    let verb = counts.reading == 1 ? "is" : "are"
    return "Nothing unread is left. \(articles(counts.reading)) \(verb) being read."
  }

  static func missing(_ need: Command.Need) -> String {
    switch need {
    case .rows: lookingAround
    case .marks: marksNotLoaded
    case .article: "The article is still being opened. Try again in a moment."
    }
  }

  static func unbound(_ keys: [Key]) -> String? {
    if case .paste = keys.last { return nil }
    return "\(Keymap.name(of: keys)) does nothing here. ? shows the keys."
  }

  // MARK: Finding

  static let noFurtherMatch = "No further match."

  static func wrapped(isForward: Bool) -> String {
    isForward ? "From the end on to the first match." : "From the start on to the last match."
  }

  static let seeking = "Looking through the rest of the text …"

  static let nothingToSearch = "There is no text to search."

  static func notFound(_ text: String) -> String { "Not found: \(text)" }

  static let noRank = "Only what is found by words has a rank."
  static let relating = "Looking for articles like this one …"
  static let nothingRelated = "No article is like this one."

  static func noSuchCommand(_ name: String) -> String {
    "\(name) is no command. Tab shows those that there are."
  }

  static func hidesRead(_ isHidden: Bool) -> String {
    isHidden ? "Articles that are read are hidden." : "All articles are shown."
  }

  static func sort(_ sort: Sort) -> String {
    "Sorted by \(sort.key.rawValue)\(sort.isReversed ? ", reversed" : "")."
  }

  // MARK: Text

  static func measure(_ columns: Int) -> String { "Lines of \(columns) columns." }

  static func layout(_ mode: Arrangement.Mode) -> String { "Layout: \(mode.rawValue)." }

  static func listAsItIs(isBesideReading: Bool) -> String {
    isBesideReading ? "The list cannot go further." : "The panes do not stand side by side."
  }

  static func textMode(isOriginal: Bool) -> String {
    isOriginal ? "The original text, line by line." : "The typeset text."
  }

  static func furniture(isShown: Bool) -> String {
    isShown ? "Page furniture is shown." : "Page furniture is folded."
  }

  static func justify(isOn: Bool) -> String {
    isOn ? "Lines are filled to the measure." : "Lines end where their last word ends."
  }

  static func wrap(isOn: Bool) -> String {
    isOn ? "Wide preformatted lines are continued." : "Wide preformatted lines are cut."
  }

  static func minutes(_ minutes: Int) -> String { "\(minutes) min" }

  static func minutesLeft(_ minutes: Int, isShort: Bool) -> String {
    isShort ? "\(minutes) left" : "\(minutes) min left"
  }

  static func unreadable(isShort: Bool) -> String { isShort ? "error" : "unreadable" }

  static func words(_ words: Int) -> String { words == 1 ? "1 word" : "\(words) words" }

  /// The head of a page: the title, and below it who wrote it when, how long it is, where it is.
  package static func header(of document: Document, path: ArticlePath) -> Galley.Header {
    let stated = document.metadata.title ?? ""
    let title = Sanitiser.isBlank(stated) ? title(ofFile: path) : stated
    guard document.source.isBinary else {
      return Galley.Header(title: title, details: details(of: document.metadata, path: path))
    }
    let size = "\(document.source.total) bytes"
    return Galley.Header(
      title: title, details: "This file does not hold text · \(size) · \(path.displayString)")
  }

  /// The line below the title: who, when, how long, where.
  static func details(of metadata: Metadata, path: ArticlePath) -> String {
    let length = metadata.words > 0 ? [minutes(metadata.minutes), words(metadata.words)] : []
    let parts = [metadata.author, metadata.date].compactMap { $0 } + length
    return (parts + [path.displayString]).joined(separator: " · ")
  }

  /// The title of an article whose text has none: the file's name without its endings.
  static func title(ofFile path: ArticlePath) -> String {
    var name = path.name
    for ending in [".gz", ".txt", ".text", ".md", ".markdown", ".rst", ".org", ".adoc", ".asc"] {
      guard name.count > ending.utf8.count else { continue }
      let tail = name.suffix(ending.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if tail.elementsEqual(ending.utf8) { name = name.dropLast(ending.utf8.count) }
    }
    return String(decoding: name, as: UTF8.self)
  }

  // MARK: Pages

  static let infoTitle = "About this text"
  static let tryAgain = "r looks at the folder again."
  /// Behind a count of articles that were found.
  static let titlesOnly = ", titles only"
  static func indexed(_ share: Double) -> String { ", \(Int(share * 100)) % indexed" }
  static let nothingFound = ["Nothing was found.", "", "Esc ends the search."]
  static let nothingMatches = ["No article matches.", "", "& Enter shows all articles."]
  static let viewsTitle = "Views"
  static let viewsHints = ["j k line", "Enter show", "q back"]
  static let allHidden = ["Everything is read.", "", "zh shows what is read."]

  static let noSuchKey = "No key does that. Esc shows all keys."

  static func helpTitle(_ page: HelpPage) -> String {
    let name = page.pane == .list ? "list" : "reading pane"
    return "Keys in the \(name)" + (page.isTyping ? "   / \(page.filter)" : "")
  }

  static func helpHints(isTyping: Bool) -> [String] {
    isTyping ? ["↓ ↑ line", "Enter back", "Esc all keys"] : ["j k line", "/ find", "q back"]
  }

  static let infoHints = ["j k line", "q back"]
  static let listHints = ["j k line", "Enter go there", "q back"]

  static func none(_ kind: Places.Kind) -> String {
    switch kind {
    case .headings: "This article has no headings."
    case .links: "This article has no links."
    }
  }

  static func listing(_ kind: Places.Kind) -> String {
    switch kind {
    case .headings: "Looking through the text for its headings …"
    case .links: "Looking through the text for its links …"
    }
  }

  static let contentsTitle = "Contents"

  static let linksTitle = "Links"

  static func emptyLibrary(_ path: String) -> [String] {
    [
      "No articles here yet.", "",
      "Lectern reads .txt and .md files in  \(path)", "",
      "Put some there, and press r to look again.",
      "Or start it elsewhere:  lectern FOLDER",
    ]
  }

  static func selected(_ count: Int) -> String {
    "\(articles(count)) selected for the next mark. Esc ends it."
  }

  /// - Parameter isPart: whether there may be others in the rest of a long text.
  static func matches(_ search: TextSearch, isPart: Bool) -> String {
    guard let current = search.current else { return isPart ? "not in this part" : "not found" }
    return "\(current + 1) of \(search.matches.count)" + (isPart ? " in this part" : "")
  }

  // MARK: State of the program

  /// From the longest to the shortest.
  static func counts(_ counts: Counts) -> [String] {
    guard counts.total > 0 else { return ["no articles"] }
    let some = "\(articles(counts.total)), \(counts.unread) unread"
    let all = counts.reading > 0 ? ["\(some), \(counts.reading) reading"] : []
    return all + [some, "\(counts.unread) unread", "\(counts.unread)"]
  }

  static let lookingAround = "Looking through the folder …"
  static let vanished = "This article is no longer in the folder. Its text is kept while you read."
  static let opening = "opening …"

  /// What another walk through the folder has changed.
  static func looked(found: Int, lost: Int) -> String {
    switch (found, lost) {
    case (0, 0): "Nothing new in the folder."
    case (_, 0): "\(found) new in the folder."
    case (0, _): "\(articles(lost)) gone from the folder."
    case (_, _): "\(found) new in the folder, \(lost) gone."
    }
  }

  static func notSaved(_ saving: Saving) -> String? {
    let marks = saving.unsaved == 1 ? "1 mark" : "\(saving.unsaved) marks"
    if let failure = saving.failure {
      return "Not saved: \(reason(failure)). \(marks) kept here; trying again."
    }
    return saving.unsaved > 0 ? "\(marks) not saved yet …" : nil
  }

  static func notice(_ notice: Notice) -> String {
    switch notice {
    case .recovered(let count, let copy):
      "The state file was damaged: the marks of \(articles(count)) were recovered. "
        + "The damaged file is kept as \(copy)."
    case .newerFormat:
      "The state file is from a newer Lectern: marks made now are not saved. Update Lectern."
    case .keptElsewhere(let path):
      "This library cannot be written. Marks are kept in \(path)."
    case .unreadable(let error):
      "The marks cannot be read: \(reason(error)). Marks made now are kept here until you quit."
    case .historyNotKept(let error):
      "What you do now can be undone until you quit, not later: \(reason(error))."
    case .notWatched(let error):
      "Changes show within half a minute or so, or with r: \(reasonNotWatched(error))."
    case .folderGone:
      "The folder was moved away. It is read where it is now; restart to read another."
    case .folderLost:
      "The folder is not there any longer. The list stays as it was until the folder is back."
    case .folderBack: "The folder is back in its place."
    }
  }
}
