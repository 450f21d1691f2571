extension RandomAccessCollection where Index == Int {
  /// The index of the first element for which a claim fails that holds for all before it.
  package func partitionPoint(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
