import Typesetting

// How the text is set.
extension State {
  /// Columns by which `+` and `-` change the measure.
  private static let measureStep = 4

  mutating func performText(_ command: Command, count: Int) {
    switch command {
    case .widenMeasure: setMeasure(arrangement.measure + State.measureStep * count)
    case .narrowMeasure: setMeasure(arrangement.measure - State.measureStep * count)
    case .defaultMeasure: setMeasure(Arrangement.defaultMeasure)
    case .toggleOriginal:
      arrangement.isOriginal.toggle()
      message = Message(Wording.textMode(isOriginal: arrangement.isOriginal))
    case .toggleFurniture:
      arrangement.showsFurniture.toggle()
      message = Message(Wording.furniture(isShown: arrangement.showsFurniture))
    case .toggleJustify:
      arrangement.isJustified.toggle()
      message = Message(Wording.justify(isOn: arrangement.isJustified))
    case .toggleWrap:
      arrangement.wrapsPreformatted.toggle()
      message = Message(Wording.wrap(isOn: arrangement.wrapsPreformatted))
    case .info: showInfo()
    default: break
    }
  }

  private mutating func setMeasure(_ columns: Int) {
    let range = Arrangement.measures
    arrangement.measure = min(max(columns, range.lowerBound), range.upperBound)
    message = Message(Wording.measure(arrangement.measure))
  }

  // MARK: Hyphens

  /// Asks for the dictionary by which words are divided, once it is needed for the first time.
  mutating func askForHyphenator() {
    guard arrangement.isJustified else { return }
    reading.learnLanguage()
    guard let language = reading.language, hyphenation[language] == nil else { return }
    hyphenation[language] = .asked
    effects.append(.loadHyphenator(language))
  }

  /// Divides the words of the text, where its lines are filled and a dictionary is there.
  var hyphenator: Hyphenator? {
    guard arrangement.isJustified, let language = reading.language,
      case .ready(let hyphenator) = hyphenation[language]
    else { return nil }
    return hyphenator
  }
}
