#!/usr/bin/env bash
# 1,000 keep-alive clients, each asking 20 times: no failure, and a server's process holds at most 120 MB.
#   81-keep-alive.sh [SERVER...]        (every event-driven server that keeps connections)
. "$(dirname "$0")/lib.sh"
need curl awk
clients=1000 rounds=20 most=120
descriptors 4000
[ $# -gt 0 ] || set -- $(keep_alive_and_event_driven)
mkdir "$work/tree"
head -c 4096 /dev/urandom >"$work/tree/4k"
: >"$work/memory"
export -f resident_megabytes

failed=0
for server in "$@"; do
  start_server "$server" "$work/tree" --idle-timeout-millis 600000
  # the memory is looked at while every connection is open and idle
  many_connections "${url}4k" "$clients" "$rounds" bash -c "resident_megabytes $server_pid >'$work/memory'" >"$work/out" 2>&1 ||
    { cat "$work/out" "$work/server.err" && fail "$server: not all of $clients clients were served"; }
  children=$(children_megabytes "$server_pid")
  stop_server
  verdict="$(cat "$work/memory") MB resident (at most $most), $children MB in child processes"
  echo "$server: $(cat "$work/out"); $verdict"
  [ "$(cat "$work/memory")" -le "$most" ] || failed=1
done
[ $failed = 0 ] || fail "a server holds more than $most MB"
