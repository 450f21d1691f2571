/// What a line of page furniture is for.
enum Furniture: CaseIterable {
  case menu, paging, share, cookies, advert, related, newsletter, comments, copyright, edited, login

  /// How sure a phrase of this kind makes us where it is a whole short line.
  var reason: Reason {
    switch self {
    case .menu: .menu
    case .paging: .paging
    case .share: .share
    case .cookies: .cookies
    case .advert: .advert
    case .related: .related
    case .newsletter: .newsletter
    case .comments: .comments
    case .copyright: .copyright
    case .edited: .edited
    case .login: .login
    }
  }
}
