extension Lexicon {
  static let french = Lexicon(
    wholes: [
      .menu: [
        "accueil", "à propos", "contact", "contactez-nous", "menu", "recherche", "rechercher",
        "archives", "catégories", "rubriques", "aide", "plan du site", "aller au contenu",
        "modules",
        "aller au contenu principal", "les plus lus", "navigation", "en direct", "politique",
        "monde",
        "économie", "culture", "sport", "sports", "société", "sciences", "météo", "à la une",
        "modifier", "voir l'historique", "discussion", "écouter l'article", "lire aussi", "plus",
      ],
      .paging: [
        "suivant", "précédent", "retour", "haut de page", "haut de la page", "sommaire",
        "page suivante",
        "page précédente", "article suivant", "article précédent", "précédent suivant",
        "niveau supérieur",
        "retour en haut", "retour à l'accueil", "niveau supérieur suivant", "début",
      ],
      .share: [
        "partager", "partager l'article", "partager cet article", "imprimer", "envoyer par e-mail",
        "suivez-nous", "partager sur", "partager sur facebook", "partager sur twitter",
        "copier le lien",
        "courriel", "enregistrer", "partagez", "envoyer", "tweeter",
      ],
      .cookies: [
        "tout accepter", "accepter", "refuser", "tout refuser", "mentions légales",
        "confidentialité",
        "politique de confidentialité", "gérer les cookies", "paramétrer les cookies", "cookies",
        "conditions générales", "conditions d'utilisation", "données personnelles", "fermer", "cgu",
        "cgv",
        "gestion des cookies", "continuer sans accepter", "accessibilité",
      ],
      .advert: [
        "publicité", "annonce", "sponsorisé", "contenu sponsorisé", "la suite après la publicité",
      ],
      .related: [
        "à lire aussi", "lire aussi", "articles liés", "sur le même sujet", "lire la suite",
        "en savoir plus",
        "dans la même rubrique", "vous aimerez aussi", "à découvrir", "articles similaires",
        "voir aussi",
        "nos autres articles", "recommandé pour vous", "le plus lu", "les articles les plus lus",
      ],
      .newsletter: [
        "newsletter", "s'abonner", "je m'abonne", "s'inscrire", "abonnez-vous", "faire un don",
      ],
      .comments: [
        "commentaires", "laisser un commentaire", "ajouter un commentaire", "répondre", "commenter",
        "réagir",
        "laissez un commentaire", "publier un commentaire", "aucun commentaire",
        "annuler la réponse",
        "voir les commentaires", "vos réactions",
      ],
      .login: [
        "se connecter", "connexion", "mon compte", "créer un compte", "mot de passe oublié",
      ],
    ],
    openings: [
      .share: ["partager sur", "suivez-nous sur", "partagez sur"],
      .related: [
        "lire aussi", "à lire aussi", "lire également", "voir aussi notre", "à voir",
        "sur le même sujet",
      ],
      .newsletter: ["abonnez-vous", "inscrivez-vous", "recevez notre"],
      .comments: ["laisser un commentaire"],
      .edited: [
        "dernière modification", "dernière mise à jour", "mis à jour", "publié dans", "catégorie",
        "catégories", "mots-clés", "étiquettes", "cette page a été", "propulsé par", "classé dans",
        "récupérée de", "autorisé sous",
      ],
      .paging: ["retour à", "retour au", "aller à", "aller au", "page"],
      .menu: ["langues disponibles", "vous êtes ici", "autres langues"],
    ],
    insides: [
      .copyright: [
        "tous droits réservés", "n'est pas responsable du contenu", "reproduction interdite",
      ],
      .cookies: [
        "utilise des cookies", "utilisons des cookies", "utilisation de cookies",
        "utilisation des cookies",
        "l'utilisation de cookies", "l'utilisation des cookies", "politique de confidentialité",
      ],
      .newsletter: ["notre newsletter", "notre lettre d'information", "notre infolettre"],
      .comments: [
        "votre adresse e-mail ne sera pas", "votre adresse de messagerie ne sera pas",
        "champs obligatoires",
      ],
      .edited: ["a été modifiée pour la dernière fois", "dernière modification de cette page"],
    ],
    authors: [
      "par", "auteur", "auteure", "écrit par", "propos recueillis par", "texte de", "rédigé par",
      "de",
    ],
    dates: [
      "publié", "publié le", "mis à jour", "mis à jour le", "modifié le", "posté le", "date",
      "paru le", "le",
      "dernière mise à jour", "créé le", "publiée le",
    ],
    versions: ["version", "édition", "révision"],
    ago: ["il y a"],
    contents: ["sommaire", "table des matières", "sur cette page", "dans cet article"],
    chapters: [
      "chapitre", "partie", "livre", "section", "annexe", "acte", "scène", "lettre", "tome",
      "chant",
    ],
    captions: ["figure", "fig", "tableau", "exemple", "image"],
    credits: ["photo", "crédit", "crédits", "photographie"],
    months: [
      ["janvier", "janv", "jan"], ["février", "févr", "fév"], ["mars", "mar"], ["avril", "avr"],
      ["mai"],
      ["juin"], ["juillet", "juil"], ["août", "aoû"], ["septembre", "sept"], ["octobre", "oct"],
      ["novembre", "nov"], ["décembre", "déc"],
    ],
    keys: [
      .title: ["titre"], .subject: ["objet", "sujet"],
      .author: ["auteur", "auteure", "de", "auteurs"],
      .date: ["publié", "envoyé"], .tags: ["mots-clés", "étiquettes"], .summary: ["résumé"],
      .technical: ["à", "copie"], .language: ["langue"],
    ],
    code: "fr", names: ["french", "français"],
    common: [
      "le", "la", "les", "des", "et", "de", "un", "une", "du", "que", "qui", "est", "dans",
      "en", "pour", "pas", "sur", "au", "par", "plus", "ce", "il", "elle", "se", "son", "sont",
      "avec",
    ])
}
