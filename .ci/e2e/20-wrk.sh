#!/usr/bin/env bash
# 256 connections of wrk for some seconds: every answer is 200 and no connection fails.
. "$(dirname "$0")/lib.sh"
need wrk
head -c 16384 /dev/urandom >"$work/16k"

for server in flash-nb-b flash-laio-laio; do
  start_server "$server" "$work"
  # wrk calls an answer an error that takes longer than its patience, which is the machine's doing if it is busy
  wrk --connections 256 --threads 1 --duration 5s --timeout 60s "${url}16k" >"$work/wrk"
  stop_server
  cat "$work/wrk"
  if grep -E 'Socket errors|Non-2xx' "$work/wrk"; then fail "$server: errors"; fi
  grep -q ' [1-9][0-9]* requests in ' "$work/wrk" || fail "$server: no request was answered"
done
