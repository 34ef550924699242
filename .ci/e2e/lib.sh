# What the end-to-end scripts share; sourced by them.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
laio=$top/bin/laio
work=$(mktemp -d)
server_pid=
under=() # a command to run the server under

stop_server() {
  [ -n "$server_pid" ] || return 0
  kill "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=
}

finish() {
  stop_server
  rm -rf "$work"
}
trap finish EXIT

fail() {
  echo "$*"
  exit 1
}

need() { # commands
  local command
  for command in "$@"; do
    command -v "$command" >/dev/null || { echo "$command is not installed" && exit 77; }
  done
}

# start_server NAME DOCROOT OPTION...: sets url, ending in a slash, and server_pid
start_server() {
  local name=$1 docroot=$2
  shift 2
  mkfifo "$work/ready"
  "${under[@]}" "$laio" serve "$name" --docroot "$docroot" --port 0 "$@" >"$work/ready" 2>"$work/server.err" &
  server_pid=$!
  url=$(sed -n 's/.*\(http:\/\/[^ ]*\/\) .*/\1/p;q' "$work/ready")
  rm "$work/ready"
  [ -n "$url" ] || { cat "$work/server.err" && fail "$name did not start"; }
}

# What a client may have of a tree: regular files on a path without a hidden name, relative to the tree.
documents() { (cd "$1" && find . -name '.?*' -prune -o -type f -readable -printf '%P\n' | sort); }

encode() { perl -pe 's/([^A-Za-z0-9\n_.~\/-])/sprintf("%%%02X", ord($1))/ge'; }

# descriptors N: allows this shell and what it starts that many open files
descriptors() {
  [ "$(ulimit -n)" = unlimited ] || [ "$(ulimit -n)" -ge "$1" ] || ulimit -n "$1" 2>/dev/null || ulimit -Hn "$1" 2>/dev/null ||
    { echo "needs $1 open files, and the hard limit is $(ulimit -Hn): raise it (ulimit -Hn, limits.conf(5))" && exit 77; }
  [ "$(ulimit -n)" = unlimited ] || [ "$(ulimit -n)" -ge "$1" ] || ulimit -n "$1"
}

server_has() { "$laio" serve "$1" --help | grep -q -e "^ *$2\( \|\$\)"; } # server, an option as its help writes it

# Servers without a name cache are of the thttpd profile: each connection has one request.
keeps_connections() { server_has "$1" --name-cache-entries=N; }

servers() { "$laio" servers | awk 'NR > 1 && /^[a-z]/ { print $1 }'; } # all that there are

event_driven() {
  local name
  for name in $(servers); do
    if server_has "$name" --loops=N; then echo "$name"; fi
  done
}

keep_alive_and_event_driven() {
  local name
  for name in $(event_driven); do
    if keeps_connections "$name"; then echo "$name"; fi
  done
}

many_connections() { "$("$top/bin/find-jdk25")/bin/java" -Xmx512m "$top/.ci/ManyConnections.java" "$@"; }

resident_megabytes() { awk '/^VmRSS:/ { printf "%.0f\n", $2 / 1000 }' "/proc/$1/status"; }

# Of the server's children: helpers, workers. By PSS, so that what they share counts once.
children_megabytes() {
  local child
  for child in $(cat "/proc/$1"/task/*/children); do cat "/proc/$child/smaps_rollup"; done |
    awk '/^Pss:/ { sum += $2 } END { printf "%.0f\n", sum / 1000 }'
}
