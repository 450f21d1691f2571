extension Lexicon {
  static let german = Lexicon(
    wholes: [
      .menu: [
        "startseite", "über uns", "kontakt", "menü", "suche", "suchen", "archiv", "kategorien",
        "themen", "hilfe", "seitenindex", "übersicht aller themen", "zum inhalt springen",
        "zur navigation springen", "anzeigen", "rubriken", "ressorts", "meistgelesen", "navigation",
        "politik", "wirtschaft", "sport", "kultur", "wissen", "wetter", "schlagzeilen", "ticker",
        "direkt zum inhalt", "zum hauptinhalt springen", "sitemap", "hauptmenü", "mehr", "lesezeit",
        "quelltext anzeigen", "bearbeiten", "versionsgeschichte", "diskussion", "druckversion",
      ],
      .paging: [
        "weiter", "zurück", "nach oben", "zum anfang", "zum seitenanfang", "inhalt", "seitenanfang",
        "zurück weiter", "nächste seite", "vorherige seite", "nächster artikel", "vor",
        "vorheriger artikel", "zur startseite", "zurück zur übersicht", "hoch",
      ],
      .share: [
        "teilen", "artikel teilen", "drucken", "e-mail", "weiterempfehlen", "merken",
        "folgen sie uns",
        "seite teilen", "auf facebook teilen", "auf twitter teilen", "link kopieren",
        "per mail teilen",
        "beitrag teilen", "artikel drucken", "seite drucken", "vorlesen", "artikel anhören",
      ],
      .cookies: [
        "alle akzeptieren", "akzeptieren", "ablehnen", "datenschutz", "datenschutzerklärung",
        "impressum", "agb", "cookie-einstellungen", "einstellungen", "nutzungsbedingungen",
        "alle cookies akzeptieren", "nur notwendige", "zustimmen", "cookies", "barrierefreiheit",
        "verstanden", "schließen", "rechtliche hinweise",
      ],
      .advert: ["anzeige", "werbung", "gesponsert", "nach der anzeige weiterlesen", "sponsored"],
      .related: [
        "mehr zum thema", "lesen sie auch", "verwandte artikel", "weitere artikel",
        "auch interessant",
        "das könnte sie auch interessieren", "weiterlesen", "mehr lesen", "ähnliche beiträge",
        "empfohlen",
        "zum thema", "ähnliche artikel", "verwandte themen", "weitere themen", "mehr aus",
        "aktuelles",
      ],
      .newsletter: ["newsletter", "abonnieren", "jetzt abonnieren", "anmelden", "abo", "spenden"],
      .comments: [
        "kommentare", "kommentar schreiben", "kommentar verfassen", "kommentar hinterlassen",
        "schreibe einen kommentar", "antworten", "kommentar abschicken", "keine kommentare",
        "kommentieren", "antwort abbrechen", "leserkommentare", "diskutieren sie mit",
      ],
      .login: [
        "einloggen", "registrieren", "abmelden", "mein konto", "passwort vergessen", "benutzername",
      ],
    ],
    openings: [
      .share: ["teilen auf", "folgen sie uns", "artikel teilen"],
      .related: [
        "lesen sie auch", "mehr zum thema", "siehe dazu", "lesen sie mehr", "lesen sie hier",
        "zum thema",
        "mehr dazu", "auch interessant", "weiterlesen",
      ],
      .newsletter: ["abonnieren sie", "melden sie sich", "jetzt abonnieren"],
      .comments: ["schreibe einen kommentar", "kommentare zu"],
      .edited: [
        "zuletzt bearbeitet", "zuletzt geändert", "letzte änderung", "zuletzt aktualisiert",
        "veröffentlicht in", "kategorie", "kategorien", "schlagwörter", "schlagworte", "stichworte",
        "diese seite wurde", "abgerufen von", "themen", "erstellt mit", "präsentiert von",
        "lizenziert unter",
      ],
      .paging: ["zurück zu", "zurück zur", "zum", "weiter zu", "seite"],
      .menu: ["verfügbare sprachen", "sie sind hier", "sie befinden sich hier", "andere sprachen"],
    ],
    insides: [
      .copyright: ["alle rechte vorbehalten", "für die inhalte externer", "nachdruck nur mit"],
      .cookies: [
        "verwendet cookies", "verwenden cookies", "nutzt cookies", "nutzen cookies",
        "einsatz von cookies",
        "datenschutzerklärung", "setzt cookies", "cookies zu",
      ],
      .newsletter: [
        "unseren newsletter", "unserem newsletter", "in ihr postfach", "unser newsletter",
      ],
      .comments: ["deine e-mail-adresse wird nicht", "erforderliche felder", "pflichtfelder"],
      .edited: ["wurde zuletzt am", "zuletzt bearbeitet"],
    ],
    authors: [
      "von", "autor", "autorin", "text", "ein beitrag von", "ein interview von", "verfasst von",
      "aus",
    ],
    dates: [
      "stand", "veröffentlicht", "veröffentlicht am", "aktualisiert", "aktualisiert am", "datum",
      "vom",
      "erschienen am", "geändert am", "erstellt am", "letzte änderung", "am",
      "zuletzt aktualisiert",
    ],
    versions: ["version", "ausgabe", "fassung", "auflage"],
    ago: ["vor"],
    contents: [
      "inhalt", "inhaltsverzeichnis", "übersicht", "auf dieser seite", "in diesem artikel",
    ],
    chapters: [
      "kapitel", "teil", "abschnitt", "anhang", "buch", "akt", "aufzug", "szene", "auftritt",
      "brief", "band",
      "gesang",
    ],
    captions: ["abbildung", "abb", "tabelle", "bild", "beispiel"],
    credits: ["foto", "fotos", "bild", "quelle"],
    months: [
      ["januar", "jänner", "jan"], ["februar", "feb"], ["märz", "mär", "mrz"], ["april", "apr"],
      ["mai"],
      ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sep", "sept"],
      ["oktober", "okt"],
      ["november", "nov"], ["dezember", "dez"],
    ],
    keys: [
      .title: ["titel"], .subject: ["betreff"], .author: ["autor", "autorin", "von", "verfasser"],
      .date: ["datum", "stand", "gesendet", "erstellt"], .address: ["quelle", "adresse"],
      .tags: ["schlagwörter", "stichworte", "themen"], .summary: ["zusammenfassung"],
      .technical: ["an", "kopie", "organisation"],
      .language: ["sprache"],
    ],
    code: "de", names: ["german", "deutsch"],
    common: [
      "der", "die", "und", "das", "in", "zu", "den", "ist", "nicht", "von", "sie", "mit", "des",
      "sich", "ein", "dem", "auf", "eine", "es", "auch", "als", "an", "war", "er", "im", "so",
      "wird", "bei", "oder", "aus",
    ])
}
