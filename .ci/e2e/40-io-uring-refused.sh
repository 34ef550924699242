#!/usr/bin/env bash
# Where a seccomp filter refuses io_uring, serve and compare say so, name the remedy and exit 4; flash-nb-b, which needs
# none, serves.
. "$(dirname "$0")/lib.sh"
need perl curl
refused="$top/.ci/e2e/without-io-uring"
"$laio" --version >/dev/null

expect_unfit() { # command...: exit 4, and a message that names io_uring and what to do
  local status=0
  timeout 600 "$refused" "$laio" "$@" >"$work/out" 2>"$work/err" || status=$?
  cat "$work/err"
  [ "$status" = 4 ] || fail "exit status $status where 4 was due: $*"
  grep -qi 'io_uring' "$work/err" || fail "the message does not name io_uring: $*"
  grep -qi 'seccomp' "$work/err" || fail "the message does not name the likely cause: $*"
}

mkdir "$work/tree"
echo served >"$work/tree/file"
under=("$refused")
start_server flash-nb-b "$work/tree"
[ "$(curl --silent --fail "${url}file")" = served ] || fail "flash-nb-b does not serve"
stop_server

expect_unfit serve flash-laio-laio --docroot "$work/tree" --port 0
expect_unfit compare --server flash-laio-laio --scale 1/64 --data "$work/data" --out "$work/results"
