# Reports imports that the table (the first file) does not allow.
FNR == NR {
  if ($1 ~ /^#/ || NF == 0) next
  for (i = 2; i <= NF; i++) allowed[$1, $i] = 1
  next
}

FNR == 1 {
  count = split(FILENAME, parts, "/")
  target = parts[2]
}

target ~ /Tests$/ { next }

# `package import struct Module.Name` and its shorter forms.
/^(@[a-zA-Z]+(\([^)]*\))? )*((package|internal|private|fileprivate|public) )?import / {
  for (i = 1; $i != "import"; i++);
  module = $(i + 1)
  if (module ~ /^(struct|class|enum|protocol|func|var|let|typealias)$/) module = $(i + 2)
  sub(/\..*/, "", module)
  if (!((target, module) in allowed))
    print FILENAME ":" FNR ": " target " may not import " module
}
