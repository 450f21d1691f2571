import Screen

// An error that the bottom line is too short for stands on lines above it.
extension State {
  static let errorStyle = Style(.bold, color: .red)

  /// The lines above the bottom line.
  var errorLines: [Line] {
    guard layout.statusRow != nil else { return [] }
    let lines = prompt.map(promptErrorLines) ?? messageLines.dropLast()
    return lines.map { Line(.spaces(1) + $0, style: State.errorStyle).fitted(to: size.columns) }
  }

  /// A mistake on as many lines as it takes, the last of which is the bottom line.
  var messageLines: [SafeText] {
    guard let message, message.kind == .mistake else { return [] }
    return wrapped(message.text)
  }

  private func promptErrorLines(_ prompt: Prompt) -> [SafeText] {
    guard let error = promptError(prompt), !fitsBeside(prompt, promptRight(prompt)) else {
      return []
    }
    return wrapped(error)
  }

  private func wrapped(_ text: String) -> [SafeText] {
    SafeText(text).wrapped(columns: size.columns - 2)
  }
}
