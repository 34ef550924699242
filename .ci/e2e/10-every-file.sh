#!/usr/bin/env bash
# The servers give curl every file of a JDK and of /usr/share/doc, byte for byte.
. "$(dirname "$0")/lib.sh"
need curl perl
java_home=$("$top/bin/find-jdk25")

fetch_all() { # tree: every document into $work/got, over a few connections
  documents "$1" >"$work/names"
  encode <"$work/names" | paste "$work/names" - | awk -F '\t' -v url="$url" -v got="$work/got" '
    { gsub(/["\\]/, "\\\\&", $1); printf "url = \"%s%s\"\noutput = \"%s/%s\"\n", url, $2, got, $1 }' >"$work/curl"
  curl --silent --show-error --no-progress-meter --fail --globoff --create-dirs --parallel --parallel-max 8 --config "$work/curl"
}

compare_all() { # tree
  while IFS= read -r name; do
    cmp -- "$1/$name" "$work/got/$name" || fail "$name differs"
  done <"$work/names"
}

for server in flash-nb-b flash-nb-aio flash-nb-amted flash-nb-laio flash-laio-laio thttpd-nb-b thttpd-laio-laio; do
  for tree in "$java_home" /usr/share/doc; do
    [ -n "$(documents "$tree" | head -n 1)" ] || { echo "$tree has no files" && continue; }
    start_server "$server" "$tree"
    fetch_all "$tree"
    compare_all "$tree"
    stop_server
    rm -rf "$work/got"
    echo "$server: $(wc -l <"$work/names") files of $tree are right"
  done
done
