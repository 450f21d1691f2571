extension Lexicon {
  static let spanish = Lexicon(
    wholes: [
      .menu: [
        "inicio", "portada", "quiénes somos", "sobre nosotros", "contacto", "menú", "buscar",
        "búsqueda",
        "archivo", "archivos", "categorías", "secciones", "ayuda", "mapa del sitio",
        "ir al contenido",
        "saltar al contenido", "lo más leído", "lo más visto", "últimas noticias", "economía",
        "deportes",
        "cultura", "sociedad", "opinión", "ciencia", "navegación", "temas", "en directo",
        "última hora",
        "editar", "ver historial", "discusión", "módulos", "hemeroteca", "escuchar", "más", "local",
      ],
      .paging: [
        "siguiente", "anterior", "volver", "arriba", "volver arriba", "índice", "página siguiente",
        "página anterior", "anterior siguiente", "ir arriba", "subir", "volver al inicio",
        "artículo anterior", "artículo siguiente", "subir al inicio",
      ],
      .share: [
        "compartir", "compartir en", "comparte", "imprimir", "enviar por correo", "síguenos",
        "tuitear",
        "compartir en facebook", "compartir en twitter", "copiar enlace", "correo", "guardar",
        "enviar",
        "comparte esta noticia", "compartir este artículo", "compartir noticia", "síguenos en",
      ],
      .cookies: [
        "aceptar", "aceptar todo", "aceptar todas", "rechazar", "rechazar todo", "aviso legal",
        "privacidad",
        "política de privacidad", "política de cookies", "configurar cookies", "cookies", "cerrar",
        "condiciones de uso", "términos y condiciones", "configuración de cookies", "accesibilidad",
        "protección de datos", "aceptar cookies", "aceptar y continuar",
      ],
      .advert: [
        "publicidad", "anuncio", "patrocinado", "contenido patrocinado",
        "publicidad - sigue leyendo",
      ],
      .related: [
        "noticias relacionadas", "artículos relacionados", "leer más", "más información",
        "te puede interesar",
        "también te puede interesar", "relacionado", "relacionados", "más noticias", "lee también",
        "seguir leyendo", "sigue leyendo", "más sobre este tema", "recomendado", "archivado en",
        "te recomendamos", "le puede interesar", "quizás te interese", "temas relacionados",
      ],
      .newsletter: [
        "boletín", "suscríbete", "suscribirse", "suscribirme", "newsletter", "newsletters", "donar",
        "hazte socio",
        "apúntate",
      ],
      .comments: [
        "comentarios", "deja un comentario", "deja una respuesta", "comentar", "responder",
        "publicar comentario", "añadir comentario", "cancelar respuesta",
        "sin comentarios",
        "ver comentarios", "escribe un comentario",
      ],
      .login: [
        "iniciar sesión", "registrarse", "mi cuenta", "entrar", "acceder", "crear cuenta",
        "regístrate",
      ],
    ],
    openings: [
      .share: ["compartir en", "síguenos en", "comparte en"],
      .related: [
        "lee también", "leer también", "lea también", "te puede interesar", "más información",
        "ver también",
      ],
      .newsletter: ["suscríbete", "apúntate", "recibe nuestro", "recibe en tu"],
      .comments: ["deja un comentario", "deja una respuesta"],
      .edited: [
        "última modificación", "última actualización", "actualizado", "publicado en", "categoría",
        "categorías", "etiquetas", "esta página", "funciona con", "archivado en", "temas",
        "obtenido de",
        "licencia bajo",
      ],
      .paging: ["volver a", "volver al", "ir a", "ir al", "página"],
      .menu: ["idiomas disponibles", "usted está aquí", "estás aquí", "otros idiomas"],
    ],
    insides: [
      .copyright: [
        "todos los derechos reservados", "no se hace responsable", "prohibida la reproducción",
      ],
      .cookies: [
        "utiliza cookies", "usa cookies", "utilizamos cookies", "usamos cookies", "uso de cookies",
        "política de privacidad", "política de cookies", "cookies propias",
      ],
      .newsletter: ["nuestro boletín", "nuestra newsletter", "en tu correo", "en su correo"],
      .comments: [
        "tu dirección de correo electrónico no será", "los campos obligatorios",
        "campos obligatorios",
      ],
      .edited: ["se editó por última vez", "fue modificada por última vez"],
    ],
    authors: [
      "por", "autor", "autora", "escrito por", "texto", "texto de", "redacción de",
      "una entrevista de",
    ],
    dates: [
      "publicado", "publicado el", "actualizado", "actualizado el", "fecha", "modificado", "creado",
      "el",
      "última actualización", "última modificación", "actualizada el", "publicada el",
    ],
    versions: ["versión", "edición", "revisión"],
    ago: ["hace"],
    contents: [
      "índice", "contenido", "contenidos", "tabla de contenidos", "sumario", "en esta página",
    ],
    chapters: [
      "capítulo", "parte", "libro", "sección", "apéndice", "acto", "escena", "carta", "tomo",
      "canto", "anexo",
    ],
    captions: ["figura", "fig", "tabla", "ejemplo", "imagen"],
    credits: ["foto", "imagen", "fotografía"],
    months: [
      ["enero", "ene"], ["febrero", "feb"], ["marzo", "mar"], ["abril", "abr"], ["mayo", "may"],
      ["junio", "jun"], ["julio", "jul"], ["agosto", "ago"],
      ["septiembre", "setiembre", "sep", "sept"],
      ["octubre", "oct"], ["noviembre", "nov"], ["diciembre", "dic"],
    ],
    keys: [
      .title: ["título"], .subject: ["asunto"], .author: ["autor", "autora", "de", "por"],
      .date: ["fecha", "publicado", "enviado"], .address: ["fuente", "enlace"],
      .tags: ["etiquetas", "temas"], .summary: ["resumen"], .technical: ["para"],
      .language: ["idioma"],
    ],
    code: "es", names: ["spanish", "español"],
    common: [
      "el", "la", "los", "las", "que", "y", "en", "un", "una", "por", "con", "para", "no", "es",
      "se", "del", "lo", "al", "su", "más", "como", "pero", "sus", "fue", "era", "ha", "está",
    ])
}
