extension Lexicon {
  static let italian = Lexicon(
    wholes: [
      .menu: [
        "chi siamo", "contatti", "cerca", "archivio", "categorie", "aiuto", "mappa del sito",
        "vai al contenuto",
      ],
      .paging: ["successivo", "precedente", "indietro", "avanti", "torna su", "indice"],
      .share: [
        "condividi", "stampa", "seguici", "condividi su facebook", "condividi su twitter",
        "invia per email",
      ],
      .cookies: [
        "accetta", "accetta tutto", "rifiuta", "note legali", "informativa sulla privacy", "chiudi",
      ],
      .advert: ["pubblicità", "annuncio", "contenuto sponsorizzato"],
      .related: [
        "leggi anche", "articoli correlati", "leggi tutto", "potrebbe interessarti",
        "continua a leggere",
      ],
      .newsletter: ["iscriviti", "abbonati", "iscriviti alla newsletter"],
      .comments: ["commenti", "lascia un commento", "rispondi", "commenta", "nessun commento"],
      .login: ["accedi", "registrati", "esci"],
    ],
    openings: [
      .related: ["leggi anche"],
      .edited: [
        "ultima modifica", "ultimo aggiornamento", "pubblicato in", "categoria", "etichette",
      ],
    ],
    insides: [
      .copyright: ["tutti i diritti riservati", "riproduzione riservata"],
      .cookies: ["utilizza cookie", "utilizza i cookie", "uso dei cookie", "utilizziamo i cookie"],
    ],
    authors: ["di", "autore", "autrice", "scritto da", "a cura di"],
    dates: ["pubblicato", "pubblicato il", "aggiornato", "aggiornato il", "data", "il"],
    contents: ["sommario", "contenuti"],
    chapters: ["capitolo", "parte", "libro", "sezione", "atto", "scena", "canto"],
    captions: ["figura", "tabella"],
    credits: ["foto"],
    months: [
      ["gennaio", "gen"], ["febbraio", "feb"], ["marzo", "mar"], ["aprile", "apr"],
      ["maggio", "mag"],
      ["giugno", "giu"], ["luglio", "lug"], ["agosto", "ago"], ["settembre", "set", "sett"],
      ["ottobre", "ott"],
      ["novembre", "nov"], ["dicembre", "dic"],
    ],
    keys: [
      .title: ["titolo"], .subject: ["oggetto"], .author: ["autore", "da"], .technical: ["a"],
    ],
    code: "it", names: ["italian", "italiano"],
    common: [
      "il", "la", "che", "di", "e", "un", "una", "per", "non", "è", "del", "della", "le", "con",
      "si", "i", "da", "gli", "dei", "nel", "sono", "come", "più", "alla", "ha", "anche", "ma",
    ])
}
