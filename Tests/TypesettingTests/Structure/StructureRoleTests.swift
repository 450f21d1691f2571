import Testing

@testable import Typesetting

/// As a news page is saved.
private let englishPage = """
  Skip to main content
  Evening Courier
  Menu
  Search
  Sign in
  Home
  News
  Sport

  Home > News > Local

  Old swing bridge to close for eleven weeks

  The crossing carries nine thousand vehicles a day, and the nearest alternative is miles away.

  By Harriet Mundy
  Published 14 March 2021 at 09:12

  Share
  Facebook
  Twitter

  The swing bridge at Low Quay will close to traffic on Monday for eleven weeks while engineers replace the bearings on which it has turned since 1888.

  Advertisement

  Drivers are being asked to use the toll bridge at Sallow, where charges will be waived between seven and nine in the morning.

  Read more: Why the harbour railway never reached the harbour

  What it will cost

  The repair is expected to cost £2.4m, of which the county will pay half. The remainder comes from a fund for listed structures.

  Related articles

  Ferry returns to Sallow after nine years

  Most read
  1 Man rescues dog, dog rescues man
  2 Library to open on Sundays

  Comments (14)

  Log in to comment

  Terms and conditions
  Privacy policy
  © 2021 Evening Courier Ltd. All rights reserved.
  """

/// Parts of a publication: what of a saved page is the article.
@Suite struct StructureRoleTests {
  /// A page, and the first letters of the kinds of its lines that are not blank.
  private func kinds(_ page: String) -> String {
    let document = Reading(page).document
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(1..., lines).filter { !$0.1.allSatisfy(\.isWhitespace) }.map { number, _ in
      let block = document.blocks.first { $0.lines.contains(number) }
      return block?.kind.rawValue.prefix(1) ?? "?"
    }.joined()
  }

  @Test func anEnglishPage() {
    #expect(kinds(englishPage) == "fffffffff" + "tp" + "bb" + "fff" + "pfpf" + "hp" + "ffffffffff")
    let metadata = Reading(englishPage).document.metadata
    #expect(metadata.title == "Old swing bridge to close for eleven weeks")
    #expect(metadata.author == "Harriet Mundy")
    #expect(metadata.date == "2021-03-14")
  }

  @Test(arguments: [
    (
      """
      Nachtzug nach Lindau fährt wieder - Abendblatt

      Startseite
      Politik
      Wirtschaft

      Nachtzug nach Lindau fährt wieder

      Von Jutta Behrend
      Stand: 3. Dezember 2020, 17:05 Uhr

      Nach elf Jahren Pause hält im Bahnhof wieder ein Zug mit Schlafwagen. Die Fahrt dauert neun Stunden.

      Anzeige

      Wer fährt nachts?

      Nach einer Umfrage des Verkehrsverbands sind es vor allem Menschen über fünfzig und Studierende.

      Impressum | Datenschutz | AGB
      © 2020 Abendblatt Verlag. Alle Rechte vorbehalten.
      """, "tffftbbpfhpff"
    ),
    (
      """
      Accueil » Société » Le marché couvert rouvre ses portes

      Le marché couvert rouvre ses portes

      Par Solène Abadie — Publié le 21 juin 2018 à 06h30

      Fermée depuis l’incendie de 2015, la halle accueille de nouveau ses trente-deux étals depuis hier matin.

      À lire aussi : Les artisans de la halle racontent

      « On ne pensait plus la revoir debout », confie Lucienne Barthe, qui y vend du fromage depuis quarante ans.

      Mentions légales | Confidentialité | Gestion des cookies
      """, "ftbpfpf"
    ),
    (
      """
      Главная / Новости / Общество

      Ледокол вернулся в порт

      12 февраля 2016, 14:20
      Автор: Нина Ковалёва

      Ледокол вернулся в порт после четырёх месяцев работы на трассе Северного морского пути, сообщает порт.

      Что дальше

      В марте ледокол станет на ремонт. Работы продлятся до июля, после чего судно снова выйдет в море.

      Читайте также: Как строили маяк на острове

      © 2016 Северный вестник. Все права защищены.
      """, "ftbbphpff"
    ),
    (
      """
      ホーム > ニュース > 地域

      浜辺の図書館、十年ぶりに再開

      2020年4月3日 10時15分　文：佐々木 明

      シェア ツイート 印刷

      台風で壊れた浜辺の小さな図書館が、十年ぶりに開館した。開館の日には、子どもたち五十人あまりが列を作った。

      広告

      本を乾かす

      濡れた本は三千冊に上った。町の人たちは公民館の床に一冊ずつ並べ、扇風機で風を送り続けた。

      関連記事

      港の時計台、修理終わる

      プライバシーポリシー | 利用規約 | お問い合わせ
      """, "ftbfpfhpfff"
    ),
  ]) func pagesInOtherLanguages(page: String, expected: String) {
    #expect(kinds(page) == expected)
  }

  @Test func aDumpOfATextBrowser() {
    let page = """
         #[1]The Slow Kitchen » Feed [2]alternate

         [3]The Slow Kitchen

           * [4]About
           * [5]Recipes

                                Plum jam without pectin

         [7]September 9, 2017 [8]Dora Lindqvist [9]4 Comments

         Every September the tree behind the shed decides that I have nothing
         else to do. This year it was [10]forty pounds in nine days, and I have
         the scars to prove it.

         Share this:
           * [11]Twitter
           * [12]Facebook

         [16]« Older post [17]Newer post »

      Leave a Reply [20]Cancel reply

         Your email address will not be published.

         Name * ____________________

      References

         1. https://slowkitchen.example/feed/
         2. https://slowkitchen.example/plum/feed/
         3. https://slowkitchen.example/
      """
    #expect(kinds(page) == "fffftb" + "ppp" + "fff" + "f" + "fff" + "ffff")
    #expect(Reading(page).document.metadata.author == "Dora Lindqvist")
    #expect(Reading(page).document.metadata.date == "2017-09-09")
  }

  @Test func contentsStandAgainAsHeadings() {
    let prose =
      "The lamp had been lit since four, because the days were short and the keeper did not like to be hurried."
    let page = """
      On Lamps

      - Oil
      - Wicks
      - Matches and other means

      Oil

      \(prose)

      Wicks

      \(prose)

      Matches and other means

      \(prose)
      """
    #expect(kinds(page) == "tfffhphphp")
  }

  @Test func whatIsUnsureIsText() {
    let prose =
      "The lamp had been lit since four, because the days were short and the keeper did not like to be hurried."
    for line in [
      "Privacy", "History", "About", "Press", "like this:",
      "Copyright law was new then, and nobody kept it.",
      "He read that all rights reserved were his, and laughed.", "Share and share alike", "Next",
      "It was, he said, an advertisement for patience.", "Comments on the weather",
      "News from home",
      "See also the chapter on oil.", "Contact with the mainland was rare.",
    ] {
      let reading = Reading("The keeper\n\n\(prose)\n\n\(line)\n\n\(prose)\n")
      #expect(reading.kind(of: line) != .furniture, "\(line)")
    }
  }

  @Test func linesOfOtherTextsAreFurnitureAroundTheText() {
    let prose =
      "The lamp had been lit since four, because the days were short and the keeper was slow."
    let text = "The keeper\n\n\(prose)\n\nLamps and Lights\n\n\(prose)\n\nLamps and Lights\n"
    let kinds = Document(
      Source(Array(text.utf8)), name: "a", recurring: [Array("Lamps and Lights".utf8)]
    ).blocks.map(\.kind)
    #expect(kinds == [.title, .paragraph, .heading, .paragraph, .furniture])
    #expect(Reading(text).kinds.last == .paragraph)
  }

  @Test func everyReasonSaysSomething() {
    for reason in Reason.allCases { #expect(!reason.rawValue.isEmpty) }
    #expect(Set(Reason.allCases.map(\.rawValue)).count == Reason.allCases.count)
  }
}
