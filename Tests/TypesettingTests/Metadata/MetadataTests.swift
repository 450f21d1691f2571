import Testing

@testable import Typesetting

@Suite struct MetadataTests {
  @Test(
    arguments: [
      ("2019-05-06", "2019-05-06"), ("Published 2019/5/6", "2019-05-06"),
      ("06.05.2019", "2019-05-06"), ("06/05/2019", "2019-05-06"), ("05/16/2019", "2019-05-16"),
      ("May 6, 2019", "2019-05-06"), ("6th of May, 2019", "2019-05-06"),
      ("21-MAY-1983", "1983-05-21"),
      ("Mon, 6 May 2019 10:12:13 +0200", "2019-05-06"), ("Mon May  6 10:12:13 2019", "2019-05-06"),
      ("September 2022", "2022-09"), ("March 1996", "1996-03"), ("2022-09", "2022-09"),
      ("Stand: 3. Dezember 2020, 17:05 Uhr", "2020-12-03"), ("le 1er juin 2018", "2018-06-01"),
      ("6 de mayo de 2019", "2019-05-06"), ("6 мая 2019 г.", "2019-05-06"),
      ("6 maggio 2019", "2019-05-06"),
      ("2019年5月6日", "2019-05-06"), ("2019年5月", "2019-05"), ("二〇〇三年十二月二十三日", "2003-12-23"),
      ("令和元年5月1日", "2019-05-01"), ("GNU coreutils 9.1\t\tSeptember 2022", "2022-09"),
      ("no date", nil), ("version 1.2.3", nil), ("99-99-9999", nil), ("May we", nil),
      ("12/2019", nil),
    ] as [(String, String?)]) func dates(text: String, date: String?)
  {
    #expect(DateText.first(in: text) == date)
  }

  @Test(
    arguments: [
      ("By Ada Lovelace", "Ada Lovelace"),
      ("by Ada Lovelace and Charles Babbage", "Ada Lovelace, Charles Babbage"),
      ("Von Jutta Behrend und Karsten Voll", "Jutta Behrend, Karsten Voll"),
      ("By John Smith, Staff writer", "John Smith"),
      ("By Ada Lovelace | May 6, 2019", "Ada Lovelace"),
      ("Par Solène Abadie — Publié le 21 juin 2018", "Solène Abadie"),
      ("Автор: Нина Ковалёва", "Нина Ковалёва"),
      ("作者：林小雨　　来源：江城晚报", "林小雨"), ("Lee H <lee@example.org>", "Lee H"),
      ("Modified: Nov 18, 2022 by Hanne Ruiz", "Hanne Ruiz"), (":Author: Marit Sand", "Marit Sand"),
      ("por José Ortega y Gasset", "José Ortega y Gasset"), ("Published 14 March 2021", nil),
      ("By the river he stopped", nil),
      ("September 9, 2017 | Dora Lindqvist | 4 Comments", "Dora Lindqvist"),
    ] as [(String, String?)]) func authors(text: String, author: String?)
  {
    #expect(BylineText(text).author == author)
  }

  /// A byline is looked for where a word announces one, in whatever script.
  @Test(
    arguments: [
      ("Author: Ada Lovelace", "Ada Lovelace"),
      ("The old house on the hill, once more  Author: Ada Lovelace", "Ada Lovelace"),
      ("Автор: Нина Ковалёва", "Нина Ковалёва"), ("作者：林小雨", "林小雨"),
      ("取材・文：林小雨", "林小雨"), ("本报记者：林小雨", "林小雨"),
      ("Chapter: Ada Lovelace", nil),
    ] as [(String, String?)]) func authorsOfTexts(byline: String, author: String?)
  {
    let text = String(repeating: "It was a night like many others, and nobody slept. ", count: 6)
    let document = Document(
      Source(Array("The Long Way Home\n\n\(byline)\n\n\(text)\n\n\(text)\n".utf8)), name: "a.txt")
    #expect(document.metadata.author == author)
  }

  @Test(arguments: [
    ("4. Miscellaneous", "Miscellaneous"), ("2.3 A Section", "A Section"),
    ("## Heading ##", "Heading"),
    ("Sorting HOW TO¶", "Sorting HOW TO"), ("2001: A Space Odyssey", "2001: A Space Odyssey"),
    ("[froth](https://x.example) · ![CI](https://y.example/b)", "froth"), ("3. ", "3."),
    ("Introduction ............ 7", "Introduction"),
  ]) func titles(text: String, title: String) {
    #expect(TitleText.cleaned(text) == title)
  }

  @Test(arguments: [
    ("Re: Re: A question", "A question"), ("AW: Frage", "Frage"), ("[brewers] Yeast", "Yeast"),
    ("[ANNOUNCE] froth 1.0", "[ANNOUNCE] froth 1.0"), ("\"Quoted\"", "Quoted"), ("Re:", ""),
  ]) func subjects(value: String, title: String) {
    #expect(MailText.subject(value) == title)
  }

  @Test func senders() {
    #expect(MailText.names("Ada L <ada@x.example>, b@y.example (Bob B)") == "Ada L, Bob B")
    #expect(MailText.names("<ada@x.example>") == "ada@x.example")
    #expect(MailText.list("[a, \"b c\", d]") == ["a", "b c", "d"])
  }

  @Test func wordsAndMinutes() {
    let words = Reading("A title\n\n" + String(repeating: "word ", count: 459)).document.metadata
    #expect(words.words == 461)
    #expect(words.minutes == 3)
    let japanese = Reading("題\n\n" + String(repeating: "本を読むのは楽しい。", count: 60)).document.metadata
    #expect(japanese.words == 1 + 9 * 60)
    #expect(japanese.minutes == 2)
    #expect(Reading("").document.metadata.minutes == 0)
    #expect(Reading("word").document.metadata.minutes == 1)
  }
}
