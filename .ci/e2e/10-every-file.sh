#!/usr/bin/env bash
# The servers give curl every file of a JDK and of /usr/share/doc, byte for byte.
#   10-every-file.sh [SERVER...]        (all of bin/laio servers)
. "$(dirname "$0")/lib.sh"
need curl perl sha256sum
[ $# -gt 0 ] || set -- $(servers)
java_home=$("$top/bin/find-jdk25")

look_at() { # tree: its documents, as curl is to fetch them, and their sums
  documents "$1" >"$work/names"
  (cd "$1" && tr '\n' '\0' <"$work/names" | xargs -0r sha256sum --) >"$work/sums"
}

fetch_all() { # every document into $work/got, over a few connections
  encode <"$work/names" | paste "$work/names" - | awk -F '\t' -v url="$url" -v got="$work/got" '
    { gsub(/["\\]/, "\\\\&", $1); printf "url = \"%s%s\"\noutput = \"%s/%s\"\n", url, $2, got, $1 }' >"$work/curl"
  curl --silent --show-error --no-progress-meter --fail --globoff --create-dirs --parallel --parallel-max 8 --config "$work/curl"
}

compare_all() { # server, tree: no file is missing or differs
  (cd "$work/got" && sha256sum --check --quiet --strict "$work/sums") || fail "$1: not every file of $2 is right"
}

for tree in "$java_home" /usr/share/doc; do
  [ -n "$(documents "$tree" | head -n 1)" ] || { echo "$tree has no files" && continue; }
  look_at "$tree"
  for server in "$@"; do
    start_server "$server" "$tree"
    fetch_all
    compare_all "$server" "$tree"
    stop_server
    rm -rf "$work/got"
    echo "$server: $(wc -l <"$work/names") files of $tree are right"
  done
done
