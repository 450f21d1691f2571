import Testing
import Typesetting

@Suite struct LanguageTests {
  private func language(_ text: String, name: String = "a.txt") -> String? {
    Document(Source(Array(text.utf8)), name: name).language?.code
  }

  private static let texts = [
    "en": """
    The reader of the book was in the garden, and it was late. He had the lamp with him, for the
    evening was dark, and by the wall there were two chairs which nobody had used for a year.
    """,
    "de": """
    Der Leser des Buches war im Garten, und es war spät. Er hatte die Lampe bei sich, denn der
    Abend war dunkel, und an der Mauer standen zwei Stühle, die auch in dem Jahr nicht benutzt
    worden waren.
    """,
    "fr": """
    Le lecteur du livre était dans le jardin, et il était tard. Il avait la lampe avec lui, car le
    soir tombait sur les murs, et par la fenêtre on voyait une chaise que le vent avait renversée
    au pied de la maison.
    """,
    "es": """
    El lector del libro estaba en el jardín y era tarde. Tenía la lámpara con él, porque la noche
    era oscura, y por la ventana se veía una silla que no se había usado en los años de su padre.
    """,
    "it": """
    Il lettore del libro era nel giardino, ed era tardi. Aveva la lampada con sé, ma la sera non
    era più chiara, e dalla finestra si vedeva una sedia che gli anni e il vento del mare avevano
    consumato come una pietra di fiume.
    """,
    "pt": """
    O leitor do livro estava no jardim e era tarde. Tinha a lâmpada com ele, mas a noite não era
    mais clara, e da janela se via uma cadeira que o vento dos anos e do mar havia gasto como uma
    pedra em um rio por onde não se passa ao sol.
    """,
    "ru": """
    Читатель книги был в саду, и было уже поздно. С ним была лампа, потому что вечер был тёмный,
    и он не знал, как это случилось, что стул, который стоял у стены, так долго не был нужен, но
    его всё же не убрали.
    """,
  ]

  @Test(arguments: texts.keys.sorted()) func commonWordsTell(code: String) throws {
    let text = try #require(Self.texts[code])
    #expect(language("A title\n\n\(text)\n") == code)
  }

  @Test(arguments: [
    "A title\n\nTwo words.\n",
    "Lijst\n\nHet huis van de man stond op een heuvel en hij zag dat het water niet meer steeg.\n",
    "Numbers\n\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29.\n",
    "日本\n\n吾輩は猫である。名前はまだ無い。\n",
  ])
  func nothingIsSaidWhereItIsUnsure(text: String) { #expect(language(text) == nil) }

  @Test(arguments: [
    ("lang: de", "de"), ("language: en-GB", "en"), ("Language: English", "en"),
    ("Sprache: Deutsch", "de"), ("lang: nl", "nl"), ("lang: Klingonisch", "en"),
  ])
  func aHeaderTells(line: String, wanted: String) throws {
    let text = try #require(Self.texts["en"])
    #expect(language("---\ntitle: A title\n\(line)\n---\n\n\(text)\n", name: "a.md") == wanted)
    #expect(language("Title: A title\nAuthor: Ann\n\(line)\n\n\(text)\n") == wanted)
  }

  @Test func languagesHaveNames() {
    #expect(Language(code: "fr").name == "French")
    #expect(Language(code: "nl").name == "nl")
  }
}
