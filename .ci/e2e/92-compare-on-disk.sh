#!/usr/bin/env bash
# A comparison on an emulated disk: the documents are on it, runs keep its pace, it is gone afterwards; and what a killed comparison
# leaves is named by doctor and taken down by the next one.
. "$(dirname "$0")/lib.sh"
need jq mkfs.ext4
[ "$(id -u)" = 0 ] || { echo "not root: no disk can be emulated" && exit 77; }
for device in /dev/fuse /dev/loop-control; do
  [ -e "$device" ] && : <>"$device" 2>/dev/null || { echo "$device cannot be opened" && exit 77; }
done

mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX")
disk=$data/emulated-disk
comparison= # the one that is killed
servers=()  # what it had started then, each as pid and start
starts() { # of a process: pid and time of its start, by which it cannot be mistaken for a later one
  awk '{ sub(/^.*\) /, ""); print pid " " $20 }' pid="$1" "/proc/$1/stat" 2>/dev/null || true
}
clean() {
  local server
  for server in "${servers[@]}"; do
    [ "$(starts "${server% *}")" != "$server" ] || kill -9 "${server% *}" 2>/dev/null || true
  done
  if [ -n "$comparison" ]; then kill -9 "$comparison" 2>/dev/null || true; fi
  "$laio" disk down "$disk" >/dev/null || true
  if grep -q "$data" /proc/self/mounts; then
    echo "left: bin/laio disk down $disk"
  else
    rm -rf "$data"
  fi
  finish
}
trap clean EXIT
"$laio" doctor --data "$data" >"$work/doctor" || true
lacking=$(grep -E '^missing +(cgroup|page cache|drop_caches) ' "$work/doctor") && echo "$lacking" | head -n 1 && exit 77

study=(compare --server flash-laio-laio --workload rice --scale 1/64 --clients 8 --cache cold --repeats 1 --seconds 600
  --warm-up-requests 500 --memory 200M --disk constant@latencyMicros=20000 --data "$data")

nothing_is_left() {
  ! grep -q "$disk" /proc/self/mounts || fail "$1: still mounted: $(grep "$disk" /proc/self/mounts)"
  ! grep -qs "$disk" /sys/block/loop*/loop/backing_file || fail "$1: a loop device is left"
  [ ! -e "$disk" ] || fail "$1: files are left: $(ls "$disk")"
}

compare_once() { # where results go
  local status=0
  "$laio" "${study[@]}" --requests 500 --out "$1" || status=$?
  [ "$status" = 0 ] || fail "the comparison ended with status $status"
}

compare_once "$work/results"
run=$(jq --compact-output '.runs[0]' "$work/results/results.json")
is() { jq --exit-status "$2" >/dev/null <<<"$run" || fail "$1: $run"; } # what, and what jq must find true
is "the results name the disk" '.disk == "constant@latencyMicros=20000"'
is "every request was answered" '.requests == 500 and (.failures | add // 0) == 0'
is "the cache was cold" '.residentFractionBefore < 0.01'
# 8 clients, 20 ms a read: the disk alone allows 400 documents a second at most; without it there are thousands
is "the disk kept its pace" '.requestsPerSecond < 450 and .diskReads.count > 100'
[ ! -e "$data/documents" ] || fail "documents were written beside the disk"
nothing_is_left "an ordinary end"

"$laio" "${study[@]}" --requests 30000 --out "$work/killed" >"$work/out" 2>&1 &
comparison=$!
until [ -s "$work/killed/results.json" ] || ! kill -0 "$comparison" 2>/dev/null; do :; done
for server in $(cat "/proc/$comparison"/task/*/children 2>/dev/null); do servers+=("$(starts "$server")"); done
kill -9 "$comparison" || { cat "$work/out" && fail "the comparison ended before it was killed"; }
wait "$comparison" || true
comparison=
"$laio" doctor --data "$data" >"$work/doctor" || true
grep -q "$disk" "$work/doctor" || { cat "$work/doctor" && fail "doctor does not name the disk that a killed comparison left"; }
compare_once "$work/next" | tee "$work/out"
grep 'took down what a comparison that was killed had left behind' "$work/out" || { cat "$work/out" && fail "nothing was said"; }
nothing_is_left "a killed comparison"
