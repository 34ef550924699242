#!/usr/bin/env bash
# With --loops 2 each loop gets its share, within 20 % of each other's, of 64 connections and of 1,000, and serves it.
#   82-loops.sh [SERVER...]        (every event-driven server)
. "$(dirname "$0")/lib.sh"
need curl jq
descriptors 4000
[ $# -gt 0 ] || set -- $(event_driven)
mkdir "$work/tree"
head -c 4096 /dev/urandom >"$work/tree/4k"

for server in "$@"; do
  rounds=1
  if keeps_connections "$server"; then rounds=10; fi
  for connections in 64 1000; do
    start_server "$server" "$work/tree" --stats --loops 2
    many_connections "${url}4k" "$connections" "$rounds" curl --silent --fail "${url}.laio/stats" --output "$work/stats" >"$work/out" 2>&1 ||
      { cat "$work/out" "$work/server.err" && fail "$server: not all of $connections clients were served"; }
    stop_server
    jq --exit-status --argjson n "$connections" \
      '[.loops[].connectionsAccepted] | add == $n + 1 and (max - min) <= 0.2 * (add / length)' "$work/stats" >/dev/null ||
      fail "$server: uneven shares: $(jq --compact-output '[.loops[].connectionsAccepted]' "$work/stats")"
    echo "$server, $connections connections: $(jq --compact-output '[.loops[] | {connectionsAccepted, requests}]' "$work/stats")"
  done
done
