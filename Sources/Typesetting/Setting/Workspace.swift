/// Memory for one paragraph, used again for the next one: it is too much to be asked for each time.
struct Workspace: Sendable {
  var offsets: [Int32] = []
  var opportunities: [Opportunity] = []
  var nodes: [Optimum.Node] = []
}
