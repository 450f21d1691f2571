# Reports functions of more than `limit` lines. The sources are formatted, so a function ends at
# the first closing brace that stands as deep as its declaration. One inside another is counted
# with it.
function depthOf(line) {
  match(line, /^ */)
  return RLENGTH
}

FNR == 1 {
  isOpen = 0
  isSwift = FILENAME ~ /\.swift$/
}

# What has no body by the next line as deep as itself is a requirement of a protocol.
isOpen && !hasBody && NF && depthOf($0) <= depth && $0 !~ /^ *(\)|where )/ { isOpen = 0 }

isOpen && depthOf($0) == depth && /[{]$/ { hasBody = 1 }

isOpen && depthOf($0) == depth && /^ *}/ {
  lines = FNR - start + 1
  if (lines > limit) print FILENAME ":" start ": a function of " lines " lines, more than " limit
  isOpen = 0
  next
}

isOpen || /}$/ { next }

# Functions, and properties with a body.
isSwift && /^ *(@.* )?([a-z]+(\([a-z]+\))? )*(func |init[?(<]|deinit|subscript[(<]|(var|let) .*[{]$)/ ||
!isSwift && /^[a-z].*\(/ && !/;$/ {
  isOpen = 1
  start = FNR
  depth = depthOf($0)
  hasBody = /[{]$/
}
