#!/usr/bin/env bash
# bin/laio lab disk reads emulated disks by fio: sorted reads gain by depth as the model says, files and figure are there, and of the
# disks nothing is left, whether the command ends, is interrupted, or is killed and called again.
. "$(dirname "$0")/lib.sh"
need fio jq mkfs.ext4
[ "$(id -u)" = 0 ] || { echo "not root: no disk can be emulated" && exit 77; }
for device in /dev/fuse /dev/loop-control; do
  [ -e "$device" ] && : <>"$device" 2>/dev/null || { echo "$device cannot be opened" && exit 77; }
done

# Below the build directory, because the temporary directory is in memory on many machines
mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX") out=$work/results
registry=$data/registry disks=$data/disks
mkdir "$disks"
lab_disk() { "$laio" lab disk --data "$disks" --registry "$registry" "$@"; }

tidy() {
  "$laio" disk down --registry "$registry" --all >/dev/null || true
  if grep -q "$data" /proc/self/mounts; then
    echo "left: bin/laio disk down --registry $registry --all"
  else
    rm -rf "$data"
  fi
  finish
}
trap tidy EXIT

readers() { pgrep --full "^fio --name=reads .*--filename=$1" >/dev/null; } # device

nothing_is_left() { # after what
  ! grep -q "$data" /proc/self/mounts || fail "$1: still mounted: $(grep "$data" /proc/self/mounts)"
  ! grep -qs "$data" /sys/block/loop*/loop/backing_file || fail "$1: a loop device is left"
  [ -z "$(ls -A "$disks")" ] || fail "$1: files are left: $(ls "$disks")"
  [ "$("$laio" disk list --registry "$registry" --json | jq length)" = 0 ] || fail "$1: it is still in the list"
  timeout 60 bash -c 'while pgrep --full "disk daemon --registry $1" >/dev/null; do :; done' -- "$registry" ||
    fail "$1: its daemon still runs"
  [ -z "${device-}" ] || timeout 60 bash -c 'while pgrep --full "^fio .*--filename=$1" >/dev/null; do :; done' -- "$device" ||
    fail "$1: fio still runs"
}

# A disk is never quicker than its model, and depth pays; how much is for --check on a quiet machine.
status=0
lab_disk --disks hdd-2004,constant@latencyMicros=10000 --depths 1,32 --seconds 4 --rounds 1 --size 256M --out "$out" || status=$?
[ "$status" = 0 ] || fail "it ended with status $status"
jq -e '.schemaVersion == 1 and (.disks | length) == 2 and (.bars | length) == 4' "$out/disk.json" >/dev/null ||
  fail "disk.json is not as docs/lab.md says: $(cat "$out/disk.json")"
jq -e '.disks[0] | (.random[0].device.readsPerSecond | . > 0 and . < 130) and .deviceGain > 1
  and .sequential.device.mebibytesPerSecond > 0' "$out/disk.json" >/dev/null ||
  fail "hdd-2004 is not what it must be: $(jq -c '.disks[0]' "$out/disk.json")"
jq -e '.disks[1] | (.random[0].model.readsPerSecond == 100) and (.random[0].device.readsPerSecond | . > 0 and . <= 101)
  and .deviceGain > 4' "$out/disk.json" >/dev/null ||
  fail "the disk of 10 ms is not what it must be: $(jq -c '.disks[1]' "$out/disk.json")"
[ "$(wc -l <"$out/disk.csv")" = 7 ] || fail "disk.csv: $(cat "$out/disk.csv")"
grep -q '</svg>' "$out/disk.svg" || fail "disk.svg is no figure"
nothing_is_left "a run"

reading() { # waits until fio reads a disk of this registry; sets device
  device=
  until [ -n "$device" ] && readers "$device"; do
    kill -0 "$lab" 2>/dev/null || fail "it ended by itself: $(cat "$work/lab")"
    device=$("$laio" disk list --registry "$registry" --json 2>/dev/null | jq -r '.[0].device // empty')
  done
}

for signal in INT TERM KILL; do
  # In a process group of its own, as at a terminal: a shell's background job would ignore SIGINT.
  env --default-signal=INT "$laio" lab disk --data "$disks" --registry "$registry" --disks constant@latencyMicros=10000 \
    --seconds 100 --rounds 1 --size 256M --out "$out" >"$work/lab" 2>&1 &
  lab=$!
  reading
  kill "-$signal" "$lab"
  status=0 && wait "$lab" || status=$?
  [ "$status" -ge 128 ] || fail "it was told to end ($signal), and ended with status $status: $(cat "$work/lab")"
  [ "$signal" = KILL ] || nothing_is_left "SIG$signal"
done
timeout 60 bash -c 'kill $(pgrep --full "^fio .*--filename=$1") 2>/dev/null; while pgrep --full "^fio .*--filename=$1" >/dev/null; do :; done' -- "$device" ||
  fail "fio does not end"
lab_disk --disks constant@latencyMicros=1000 --depths 1 --seconds 1 --rounds 1 --size 64M --out "$out" >/dev/null ||
  fail "it does not take down what a killed one has left"
nothing_is_left "a run after a killed one"

mkdir "$work/bin" && for program in bash env readlink dirname find flock basename mktemp cat grep sed head sort tail ls uname; do
  ln -s "$(command -v "$program")" "$work/bin/$program"
done
status=0 && PATH=$work/bin lab_disk --seconds 1 --size 64M --out "$work/none" 2>"$work/err" || status=$?
[ "$status" = 4 ] && grep -q 'install fio' "$work/err" || fail "without fio: status $status, $(cat "$work/err")"
nothing_is_left "a machine without fio"
