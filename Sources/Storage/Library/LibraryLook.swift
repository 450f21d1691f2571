import Articles
import CSystem
import Glibc

extension Library {
  /// What an article's path names now, without reading it; nil where it names none. Blocks.
  package func article(_ path: ArticlePath) -> Article? {
    guard let file = try? root.open(path, flags: lectern_open_path_flag),
      let status = try? file.status(), status.isRegularFile
    else { return nil }
    return Article(path, FileFacts(status))
  }
}
