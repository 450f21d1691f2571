import CCmark
import Synchronization

/// The one door to cmark, which knows what CommonMark means.
enum CommonMark {
  /// cmark keeps the characters that begin an extension's markup in a global table while it
  /// parses, so one thread parses at a time.
  private static let turn = Mutex(())

  /// Parses UTF-8 without NUL and hands out the tree, which is gone afterwards.
  static func parse<Result>(_ bytes: [UInt8], _ body: (CommonMarkNode) -> Result) -> Result? {
    turn.withLock { _ in
      let options = CMARK_OPT_SOURCEPOS | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
      guard let parser = cmark_parser_new(options) else { return nil }
      defer { cmark_parser_free(parser) }
      cmark_gfm_core_extensions_ensure_registered()
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("strikethrough"))
      bytes.withUnsafeBytes {
        cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
      }
      guard let root = cmark_parser_finish(parser) else { return nil }
      defer { cmark_node_free(root) }
      return body(CommonMarkNode(pointer: root))
    }
  }
}

/// A node of cmark's tree, as long as the tree is there.
struct CommonMarkNode {
  enum Kind {
    case document, quote, list, item, code, html, paragraph, heading, rule
    case text, inlineCode, inlineHTML, emphasis, strong, strikethrough, link, image, lineBreak
  }

  let pointer: OpaquePointer

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .inlineCode
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineBreak
    default: .strikethrough
    }
  }

  var parent: CommonMarkNode? { cmark_node_parent(pointer).map(CommonMarkNode.init) }
  var next: CommonMarkNode? { cmark_node_next(pointer).map(CommonMarkNode.init) }
  var firstChild: CommonMarkNode? { cmark_node_first_child(pointer).map(CommonMarkNode.init) }

  /// The first and last lines, from 0; the last is unsure for what ends with a blank line.
  var firstLine: Int { Int(cmark_node_get_start_line(pointer)) - 1 }
  var lastLine: Int { Int(cmark_node_get_end_line(pointer)) - 1 }
  /// The bytes of its first line at which it begins and ends; the end is right within one line.
  var start: Int { Int(cmark_node_get_start_column(pointer)) - 1 }
  var end: Int { Int(cmark_node_get_end_column(pointer)) }

  /// A heading's level from 1.
  var level: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// The mark of a code block's fences; nil for one that is set in.
  var fence: UInt8? {
    var length: Int32 = 0
    var offset: Int32 = 0
    var mark: CChar = 0
    let isFenced = cmark_node_get_fenced(pointer, &length, &offset, &mark) != 0
    return isFenced ? UInt8(bitPattern: mark) : nil
  }

  /// The text of a node that has one, as it reads.
  var literal: [UInt8] { Self.bytes(cmark_node_get_literal(pointer)) }
  /// Where a link or a picture leads.
  var address: [UInt8] { Self.bytes(cmark_node_get_url(pointer)) }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    var count = 0
    while text[count] != 0 { count += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

extension CommonMarkNode {
  /// Goes through everything inside, without recursion: `enter` says whether to go into a node,
  /// and `leave` is called for each that was gone into.
  func walk(enter: (CommonMarkNode) -> Bool, leave: (CommonMarkNode) -> Void) {
    guard var node = firstChild else { return }
    while true {
      if enter(node) {
        if let child = node.firstChild {
          node = child
          continue
        }
        leave(node)
      }
      while node.next == nil {
        guard let parent = node.parent, parent.pointer != pointer else { return }
        node = parent
        leave(node)
      }
      guard let next = node.next else { return }
      node = next
    }
  }
}
