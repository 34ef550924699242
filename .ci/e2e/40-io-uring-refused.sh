#!/usr/bin/env bash
# Where a seccomp filter refuses io_uring, serve and compare say so, name the remedies and exit 4; flash-nb-b, which needs
# none, serves, and so does flash-laio-laio with worker threads: if told to, or if left the choice, which it then explains.
. "$(dirname "$0")/lib.sh"
need perl curl jq
refused="$top/.ci/e2e/without-io-uring"
"$laio" --version >/dev/null

expect_unfit() { # command...: exit 4, and a message that names io_uring and what to do
  local status=0 word
  timeout 600 "$refused" "$laio" "$@" >"$work/out" 2>"$work/err" || status=$?
  cat "$work/err"
  [ "$status" = 4 ] || fail "exit status $status where 4 was due: $*"
  for word in io_uring seccomp '--engine workers' '--engine auto'; do
    grep -qi -e "$word" "$work/err" || fail "the message does not name $word: $*"
  done
}

mkdir "$work/tree"
echo served >"$work/tree/file"
head -c 3000000 /dev/urandom >"$work/tree/large"

expect_served() { # engine, what the reason must hold, server and options...: serves with that engine, and says so
  local engine=$1 reason=$2
  shift 2
  under=("$refused")
  start_server "$1" "$work/tree" "${@:2}" --stats
  [ "$(curl --silent --fail "${url}file")" = served ] || fail "$* does not serve"
  curl --silent --fail "${url}large" | cmp - "$work/tree/large" || fail "$* serves something else"
  curl --silent --fail "${url}.laio/stats" >"$work/stats"
  stop_server
  jq --exit-status --arg engine "$engine" --arg reason "$reason" \
    '.engine == $engine and if $reason == "" then .engineReason == "" else .engineReason | contains($reason) end' \
    "$work/stats" >/dev/null || fail "$* hides its engine: $(jq --compact-output '[.engine, .engineReason]' "$work/stats")"
  echo "$*: $(jq --raw-output '.engine + " " + .engineReason' "$work/stats")"
}

expect_served none "" flash-nb-b
for lazy in on direct off; do
  expect_served workers "" flash-laio-laio --engine workers --lazy "$lazy"
done
expect_served workers io_uring flash-laio-laio --engine auto

expect_unfit serve flash-laio-laio --docroot "$work/tree" --port 0
expect_unfit serve flash-laio-laio --docroot "$work/tree" --port 0 --engine ring
expect_unfit compare --server flash-laio-laio --scale 1/64 --data "$work/data" --out "$work/results"

timeout 600 "$refused" "$laio" compare --server flash-laio-laio --engine auto --workload rice --scale 1/64 --clients 8 --cache warm \
  --repeats 1 --requests 500 --warm-up-requests 100 --data "$work/data" --out "$work/results"
jq --exit-status '.runs | length > 0 and all(.engine == "workers" and (.engineReason | contains("io_uring")) and
  .requests == 500 and (.failures | add // 0 == 0))' "$work/results/results.json" >/dev/null ||
  fail "compare with --engine auto: $(jq --compact-output .runs "$work/results/results.json")"
