import Testing
import Typesetting

@Suite struct StructureFirstTests {
  @Test func splitsAtBlankLines() {
    let document = Document(Source(Array("A title\n\nOne line\nand more of it.\n".utf8)), name: "a")
    #expect(document.blocks.map(\.kind) == [.title, .paragraph])
    #expect(document.metadata.title == "A title")
    #expect(document.text(of: document.blocks[1]).bytes == Array("One line and more of it.".utf8))
  }
}
