extension Lexicon {
  static let portuguese = Lexicon(
    wholes: [
      .menu: [
        "início", "sobre", "contato", "pesquisar", "arquivo", "categorias", "ajuda", "mapa do site",
        "ir para o conteúdo",
      ],
      .paging: [
        "próximo", "anterior", "voltar", "voltar ao topo", "próxima página", "página anterior",
      ],
      .share: ["compartilhar", "partilhar", "compartilhe", "imprimir", "siga-nos", "copiar link"],
      .cookies: [
        "aceitar", "aceitar todos", "rejeitar", "aviso legal", "política de privacidade",
        "termos de uso", "fechar",
      ],
      .advert: ["publicidade", "anúncio", "conteúdo patrocinado"],
      .related: [
        "leia também", "leia mais", "artigos relacionados", "notícias relacionadas", "veja também",
        "continue lendo",
      ],
      .newsletter: ["assine", "inscreva-se", "boletim"],
      .comments: ["comentários", "deixe um comentário", "responder", "comentar"],
      .login: ["entrar", "cadastre-se", "sair", "minha conta"],
    ],
    openings: [
      .related: ["leia também", "leia mais", "veja também"],
      .edited: [
        "última modificação", "última atualização", "publicado em", "categoria", "etiquetas",
      ],
    ],
    insides: [
      .copyright: ["todos os direitos reservados"],
      .cookies: [
        "utiliza cookies", "usa cookies", "utilizamos cookies", "uso de cookies",
        "política de privacidade",
      ],
    ],
    authors: ["por", "autor", "autora", "escrito por"],
    dates: ["publicado", "publicado em", "atualizado", "atualizado em", "data", "em"],
    contents: ["sumário", "conteúdo", "índice"],
    chapters: ["capítulo", "parte", "livro", "seção", "ato", "cena", "canto"],
    captions: ["figura", "tabela"],
    credits: ["foto"],
    months: [
      ["janeiro", "jan"], ["fevereiro", "fev"], ["março", "mar"], ["abril", "abr"],
      ["maio", "mai"],
      ["junho", "jun"], ["julho", "jul"], ["agosto", "ago"], ["setembro", "set"],
      ["outubro", "out"],
      ["novembro", "nov"], ["dezembro", "dez"],
    ],
    keys: [
      .title: ["título"], .subject: ["assunto"], .author: ["autor", "autora"], .date: ["data"],
      .technical: ["para"],
    ],
    code: "pt", names: ["portuguese", "português"],
    common: [
      "o", "a", "os", "as", "que", "e", "em", "um", "uma", "para", "não", "com", "do", "da",
      "dos", "das", "se", "por", "mais", "no", "na", "ao", "é", "foi", "como", "mas", "ele",
      "seu",
    ])
}
