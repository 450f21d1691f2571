import Testing

@testable import Typesetting

/// Formats that say what they are.
@Suite struct StructureFormatTests {
  private static let prose = """
    The lamp had been lit since four, because the days were short and the
    keeper did not like to be hurried. He read the paper from the day before
    yesterday, and then, since it had not changed, he read it again.
    """

  @Test func frontMatter() {
    let reading = Reading(
      """
      ---
      title: "The Keeper"
      author:
        - Ada Lamp
      date: 2015-08-02T10:00:00Z
      tags: [sea, light]
      url: https://lamps.example/keeper
      layout: post
      ---

      \(Self.prose)
      """)
    let metadata = reading.document.metadata
    #expect(metadata.title == "The Keeper")
    #expect(metadata.date == "2015-08-02")
    #expect(metadata.tags == ["sea", "light"])
    #expect(metadata.address == "https://lamps.example/keeper")
    #expect(reading.kind(of: "title:") == .title)
    #expect(reading.kind(of: "date:") == .byline)
    #expect(reading.kind(of: "layout:") == .furniture)
    #expect(reading.kind(of: "The lamp") == .paragraph)
  }

  @Test func aRuleIsNoFrontMatter() {
    let reading = Reading("---\n\n\(Self.prose)\n\n---\n\n\(Self.prose)\n")
    #expect(!reading.document.blocks.contains { $0.reason == .frontMatter })
  }

  @Test func headersOfArticles() {
    let reading = Reading("Title: The Keeper\nAuthor: Ada Lamp\nDate: May 2001\n\n\(Self.prose)\n")
    #expect(reading.document.metadata.title == "The Keeper")
    #expect(reading.document.metadata.author == "Ada Lamp")
    #expect(reading.document.metadata.date == "2001-05")
    #expect(reading.kinds == [.title, .byline, .byline, .paragraph])
  }

  @Test(arguments: [
    "Betreff: Lampe\nVon: Jutta Behrend\nDatum: 3. Mai 2001",
    "件名: Lampe\n差出人: Jutta Behrend\n日付: 2001年5月3日",
    "Asunto: Lampe\nDe: Jutta Behrend\nFecha: 3 de mayo de 2001",
  ]) func headersInOtherLanguages(header: String) {
    let metadata = Reading(header + "\n\n" + Self.prose).document.metadata
    #expect(metadata.title == "Lampe")
    #expect(metadata.author == "Jutta Behrend")
    #expect(metadata.date == "2001-05-03")
  }

  @Test func messages() {
    let reading = Reading(
      """
      Received: from mail.example by
       list.example; Tue, 4 Mar 2003
      From: Petra Holm <petra@example.org>
      To: keepers@list.example
      Date: Tue, 4 Mar 2003 21:14:05 +0100
      Subject: Re: [keepers] Lamps

      On Monday Aldo Pini wrote:
      > Has anybody lit one?

      \(Self.prose)

      Petra

      --\u{20}
      Petra Holm, http://example.org/
      ____________________________
      keepers mailing list
      http://list.example/keepers
      """)
    #expect(reading.document.metadata.title == "Lamps")
    #expect(reading.document.metadata.author == "Petra Holm")
    #expect(reading.document.metadata.date == "2003-03-04")
    let expected: [(String, Block.Kind)] = [
      ("Received:", .furniture), ("list.example;", .furniture), ("From:", .byline),
      ("To:", .furniture),
      ("Subject:", .title), ("On Monday", .paragraph), ("> Has", .quote), ("The lamp", .paragraph),
      ("Petra Holm, http", .byline), ("keepers mailing list", .furniture),
    ]
    for (words, kind) in expected { #expect(reading.kind(of: words) == kind, "\(words)") }
  }

  @Test func aTitleInAMessageCounts() {
    let reading = Reading(
      "From: a@b.example (Ada Lamp)\nSubject: a question\n\nHow to light a lamp\n===================\n\n\(Self.prose)\n"
    )
    #expect(reading.document.metadata.title == "How to light a lamp")
    #expect(reading.document.metadata.author == "Ada Lamp")
    #expect(reading.kind(of: "Subject:") == .byline)
  }

  private static let report = """
    Network Working Group                                         J. Thornby
    Request for Comments: 9876                                Lowell College
                                                                October 1998


                 The Lantern Protocol for Signal Houses

    Table of Contents

       1. Introduction ................................................ 1
       2. Signals ..................................................... 2

    1. Introduction

       A signal house is a building from which lanterns are shown to ships.
       This document describes how one house asks another to show a lantern,
       and what the other answers, for it is not always the case that a house



    Thornby                      Informational                      [Page 1]
    \u{0C}
    RFC 9876                 The Lantern Protocol               October 1998


       has a lantern at all.

    2. Signals

          o  white

          o  red, where it is understood by the ship that depends on it and
             by nobody else

       The client connects to the server, and asks.
    """

  @Test func reports() {
    let reading = Reading(Self.report)
    #expect(reading.document.metadata.title == "The Lantern Protocol for Signal Houses")
    #expect(reading.document.metadata.author == "J. Thornby")
    #expect(reading.document.metadata.date == "1998-10")
    let expected: [(String, Block.Kind)] = [
      ("Network", .byline), ("The Lantern Protocol for", .title), ("Table of", .furniture),
      ("Introduction ....", .furniture), ("A signal house", .paragraph), ("[Page 1]", .furniture),
      ("RFC 9876 ", .furniture), ("o  white", .list), ("The client", .paragraph),
    ]
    for (words, kind) in expected { #expect(reading.kind(of: words) == kind, "\(words)") }
    #expect(reading.outline.contains("heading 1: 1. Introduction"))
  }

  @Test func aPageBreakCutsNoParagraph() {
    let reading = Reading(Self.report)
    let paragraph = reading.document.blocks.first { reading.text($0).hasPrefix("A signal house") }
    #expect(paragraph.map(reading.text)?.hasSuffix("that a house has a lantern at all.") == true)
    #expect(StructureLaws.broken(by: reading.document) == [])
  }

  @Test func books() {
    let reading = Reading(
      """
      An eBook of The Salt Road, by Edwin Marrow

      Title: The Salt Road

      Author: Edwin Marrow

      Release Date: May 4, 2004

      *** START OF THIS EBOOK THE SALT ROAD ***

      Produced by Some Volunteers

      THE SALT ROAD

      BY

      EDWIN MARROW

      CHAPTER I.

      \(Self.prose)

           *       *       *       *       *

      \(Self.prose)

      *** END OF THIS EBOOK THE SALT ROAD ***

      This licence goes on and on.
      """)
    let expected: [(String, Block.Kind)] = [
      ("An eBook", .furniture), ("Title: The", .title), ("Author:", .byline),
      ("Produced", .furniture),
      ("THE SALT ROAD", .furniture), ("EDWIN MARROW", .byline), ("CHAPTER", .heading),
      ("The lamp", .paragraph), ("*       *", .preformatted), ("This licence", .furniture),
    ]
    for (words, kind) in expected { #expect(reading.kind(of: words) == kind, "\(words)") }
    #expect(reading.outline.contains("title: THE SALT ROAD"))
    #expect(reading.document.metadata.author == "Edwin Marrow")
    #expect(reading.document.metadata.date == nil)
  }

  @Test func pagesOfTheManual() {
    let reading = Reading(
      """
      LAMP(1)                        User Commands                       LAMP(1)

      NAME
             lamp - show a light

      SYNOPSIS
             lamp [OPTION]...

      DESCRIPTION
             Shows a light until it is told to stop, or until there is no more oil, of
             which it does not warn.

             --colour
                    Shows a light of a colour, and says so to whoever asks, as often as
                    it is asked.

      AUTHOR
             Written by Ada Lamp and Bo Lund.

      lamps 9.1                      September 2022                      LAMP(1)
      """)
    let metadata = reading.document.metadata
    #expect(metadata.title == "lamp")
    #expect(metadata.author == "Ada Lamp, Bo Lund")
    #expect(metadata.date == "2022-09")
    #expect(reading.document.blocks.filter { $0.kind == .heading }.count == 4)
    #expect(reading.kind(of: "--colour") == .list)
    #expect(reading.kind(of: "Shows a light of") == .list)
    #expect(reading.kind(of: "lamps 9.1") == .furniture)
  }

  @Test func addressesOfLinks() {
    let links = (1...5).map { "   \($0). https://lamps.example/\($0)" }.joined(separator: "\n")
    let reading = Reading(
      "The keeper\n\n\(Self.prose)\n\nReferences\n\n   Visible links\n\(links)\n")
    #expect(reading.kinds == [.title, .paragraph, .furniture, .furniture])
  }

  @Test func lightMarkup() {
    let reading = Reading(
      """
      # [froth](https://froth.example) ![CI](https://ci.example/b.svg)

      Some words that are
      wrapped anywhere.

      ## Use ##

      ```sh
      # not a heading
      make

      make check
      ```

      - one
      - two

      | a | b |
      |---|---|
      | 1 | 2 |

      Done.
      """, name: "README.md")
    #expect(
      reading.outline == [
        "title: froth",
        "paragraph: Some words that are wrapped anywhere.", "heading 2: Use",
        "preformatted: # not a heading\nmake\n\nmake check", "list: one", "list: two",
        "preformatted: | a | b |\n|---|---|\n| 1 | 2 |", "paragraph: Done.",
      ])
    #expect(reading.document.metadata.title == "froth")
  }

  @Test func promptsOfTheSuperuserAreNoHeadings() {
    let reading = Reading(
      "Setup\n\n\(Self.prose)\n\n# apt-get install lamp\n\n# reboot\n\n\(Self.prose)\n")
    #expect(reading.kinds == [.title, .paragraph, .preformatted, .preformatted, .paragraph])
  }
}
