import Articles
import ReaderCore
import Storage

extension StateReport {
  /// The same fact as the reader takes it.
  var event: Event {
    switch self {
    case .saved(let changes): .saved(changes)
    case .failed(let error, let unsaved): .notSaved(error, unsaved: unsaved)
    case .merged(let marks): .marksMerged(marks)
    case .history(let entries): .historyRead(entries)
    case .notice(let notice): .noticed(notice.notice)
    }
  }
}

extension StateNotice {
  var notice: Notice {
    switch self {
    case .recovered(let articles, let copy): .recovered(articles: articles, copy: copy)
    case .newer: .newerFormat
    case .keptElsewhere(let path): .keptElsewhere(Home.abbreviated(path))
    case .unreadable(let error): .unreadable(error)
    case .historyNotKept(let error): .historyNotKept(error)
    }
  }
}
