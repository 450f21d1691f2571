import Screen

extension Galley {
  /// The start of a paragraph so many further down, or up for a negative number; the first or
  /// last line of the text if there are not as many.
  package mutating func paragraph(from place: Place, by count: Int) -> Place {
    landmark(from: place, by: count) { _ in true }
  }

  /// The heading so many further down, or up for a negative number; the first or last line of the
  /// text if there are not as many.
  package mutating func section(from place: Place, by count: Int) -> Place {
    landmark(from: place, by: count) { $0.kind == .heading }
  }

  /// The first line of a block's text; nil if it is not shown.
  func place(ofBlock index: Int) -> Place? {
    let unit = flow.unit(ofBlock: index)
    guard unit < flow.count, flow.stretches(of: unit) > 0 else { return nil }
    return Place(block: unit, line: flow.space(above: unit))
  }

  private mutating func landmark(
    from place: Place, by count: Int, where isLandmark: (Block) -> Bool
  ) -> Place {
    let step = count < 0 ? -1 : 1
    var found = place
    for _ in 0..<count.magnitude {
      guard let next = landmark(beyond: found, by: step, where: isLandmark) else {
        return step < 0 ? start : last()
      }
      found = next
    }
    return found
  }

  private func landmark(
    beyond place: Place, by step: Int, where isLandmark: (Block) -> Bool
  ) -> Place? {
    var index = max(0, flow.block(atUnit: place.block))
    while document.blocks.indices.contains(index) {
      if isLandmark(document.blocks[index]), let found = self.place(ofBlock: index),
        step > 0 ? found > place : found < place
      {
        return found
      }
      index += step
    }
    return nil
  }
}

extension Document {
  /// The headings in the order of the text.
  package func headings() -> [Heading] {
    blocks.filter { $0.kind == .heading && !$0.slices.isEmpty }.map { block in
      Heading(
        title: SafeText(bytes: text(of: block).bytes), level: block.level,
        offset: source.start + block.source.lowerBound)
    }
  }
}
