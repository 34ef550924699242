#!/usr/bin/env bash
# Without root, without memory limits, with full disks, with what may not be written, with a port that is taken: each says what is missing and
# what that does to the experiment, and ends with 4 unless it can go on; nothing is silently measured otherwise. (Without io_uring:
# 40-io-uring-refused.sh.)
. "$(dirname "$0")/lib.sh"
need jq setpriv mount
[ "$(id -u)" = 0 ] || { echo "only root may mount a small disk and become somebody else" && exit 77; }

mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX")
small=$work/small
comparison=
clean() {
  if [ -n "$comparison" ]; then kill "$comparison" 2>/dev/null && wait "$comparison" || true; fi
  ! mountpoint -q "$small" || umount "$small"
  rm -rf "$data"
  finish
}
trap clean EXIT
chmod 755 "$work"
mkdir "$small" "$work/own"
chown 65534 "$work/own"
mount -t tmpfs -o size=4m tmpfs "$small"
"$laio" --version >/dev/null # builds

study=(compare --server flash-nb-b --workload rice --scale 1/64 --clients 8 --cache cold --requests 500 --warm-up-requests 400)
nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups env "LAIO_BUILD=$(readlink -f "$top/cli/target/launcher/builds/current")")

refused() { # words that must be said..., --, the command
  local words=() status=0 word
  while [ "$1" != -- ]; do words+=("$1") && shift; done
  shift
  timeout 600 "$@" >"$work/out" 2>"$work/err" || status=$?
  cat "$work/err"
  [ "$status" = 4 ] || { cat "$work/out" && fail "exit status $status where 4 was due: $*"; }
  for word in "${words[@]}"; do grep -q -e "$word" "$work/err" || fail "the message does not say \"$word\": $*"; done
}

# A full disk under the data, and under the results: from the beginning, and in the middle
refused 'bytes needed' 'free some space' -- "$laio" "${study[@]}" --repeats 1 --data "$small" --out "$work/results1"
rm -rf "${small:?}"/*
dd if=/dev/zero of="$small/filler" bs=1k count=4096 status=none 2>/dev/null || true
refused 'no space left' --out -- "$laio" "${study[@]}" --repeats 1 --data "$data" --out "$small/results"
rm -rf "${small:?}"/*

"$laio" "${study[@]}" --repeats 4 --data "$data" --out "$small/results" >"$work/out" 2>"$work/err" &
comparison=$!
until grep -q '^\[1/' "$work/out" || ! kill -0 "$comparison" 2>/dev/null; do :; done
dd if=/dev/zero of="$small/filler" bs=1k count=4096 status=none 2>/dev/null || true
status=0
wait "$comparison" || status=$?
comparison=
cat "$work/err"
[ "$status" = 4 ] || fail "exit status $status where 4 was due: a disk that is full in the middle"
grep -q 'no space left' "$work/err" && grep -q -e "--resume $small/results" "$work/err" || fail "a full disk is not said"
runs=$(jq '.runs | length' "$small/results/results.json") || fail "results.json is no longer whole"
[ "$runs" -ge 1 ] || fail "finished runs were lost"
rm "$small/filler"
"$laio" compare --resume "$small/results" --data "$data" >"$work/out" || { cat "$work/out" && fail "it cannot be gone on with"; }
jq --exit-status '.runs | map(.order) == [1, 2, 3, 4]' "$small/results/results.json" >/dev/null || fail "not each run once"

# A port that is taken
mkdir "$work/tree"
start_server flash-nb-b "$work/tree"
port=$(sed 's/.*:\([0-9]*\)\/$/\1/' <<<"$url")
refused "$port" -- "$laio" serve flash-nb-b --docroot "$work/tree" --port "$port"
stop_server

# Somebody who may nearly nothing
"${nobody[@]}" "$laio" --version >/dev/null 2>&1 || { echo "passed, but for what nobody may: $top cannot be read by others" && exit 0; }
refused 'not permitted to write' --out -- "${nobody[@]}" "$laio" "${study[@]}" --repeats 1 --data "$work/own" --out "$work/results2"
refused 'control groups' --memory -- "${nobody[@]}" "$laio" "${study[@]}" --repeats 1 --memory 200M,300M --data "$work/own" --out "$work/own/results3"
refused 'root' -- "${nobody[@]}" "$laio" "${study[@]}" --repeats 1 --disk hdd-2004 --data "$work/own" --out "$work/own/results4"
refused 'root' -- "${nobody[@]}" "$laio" "${study[@]}" --repeats 1 --network gigabit --data "$work/own" --out "$work/own/results5"
"${nobody[@]}" "$laio" "${study[@]}" --repeats 1 --data "$work/own" --out "$work/own/results6" | tee "$work/out"
grep -q 'warning: no control groups.*nothing that is larger than the budget is disk-bound; ' "$work/out" || fail "no word of control groups"
grep -q 'warning: drop_caches may not be written.*cold-data; run as root' "$work/out" || fail "no word of cold names"
jq --exit-status '.plan.memoryBudgetsBytes == [] and (.runs[0] | .cache == "cold-data" and .memoryBudgetBytes == null and (.notes | length) >= 2)' \
  "$work/own/results6/results.json" >/dev/null || fail "$(jq -c .runs "$work/own/results6/results.json")"
