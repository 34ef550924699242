#!/usr/bin/env bash
# C10k: 10,000 connections are opened and held, then all are served at the same time, twice; resident memory is told.
#   80-c10k.sh [SERVER...]        (flash-nb-b flash-laio-laio; any that keeps connections)
# CONNECTIONS=N for another number.
. "$(dirname "$0")/lib.sh"
need curl awk
connections=${CONNECTIONS:-10000}
[ $# -gt 0 ] || set -- flash-nb-b flash-laio-laio
descriptors $((connections * 17 / 10 + 500)) # a server keeps two fifths of its descriptors for documents and for clients it refuses
mkdir "$work/tree"
head -c 4096 /dev/urandom >"$work/tree/4k"

for server in "$@"; do
  options=()
  if server_has "$server" --max-connections=N; then
    options=(--max-connections $((connections + 10))) # one more for each question about statistics
  fi
  start_server "$server" "$work/tree" --stats --idle-timeout-millis 600000 --header-timeout-millis 600000 "${options[@]}"
  many_connections "${url}4k" "$connections" 2 curl --silent --fail "${url}.laio/stats" --output "$work/stats" >"$work/out" 2>&1 ||
    { cat "$work/out" "$work/server.err" && fail "$server: $connections connections were too many"; }
  open=$(sed 's/.*"connectionsOpen":\([0-9]*\),"responses".*/\1/' "$work/stats")
  memory=$(resident_megabytes "$server_pid") children=$(children_megabytes "$server_pid")
  stop_server
  [ "$open" -gt "$connections" ] || fail "$server: only $open connections were open"
  echo "$server: $(cat "$work/out"); $memory MB resident, $children MB in child processes"
done
