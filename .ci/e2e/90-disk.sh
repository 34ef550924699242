#!/usr/bin/env bash
# An emulated disk is as fast as its model says, cold after a remount, and nothing is left of it, whatever is killed when:
# its daemon while somebody reads, the daemon that hangs, and the command that brings it up, at every stage.
. "$(dirname "$0")/lib.sh"
need fio jq mkfs.ext4
[ "$(id -u)" = 0 ] || { echo "not root: no disk can be emulated" && exit 77; }
for device in /dev/fuse /dev/loop-control; do
  [ -e "$device" ] && : <>"$device" 2>/dev/null || { echo "$device cannot be opened" && exit 77; }
done
registry=$work/registry disk=$work/disk
disk() { local command=$1 && shift && "$laio" disk "$command" --registry "$registry" "$@"; }

take_down() {
  disk down --all >/dev/null || true
  finish
}
trap take_down EXIT

nothing_is_left() {
  ! grep -q "$disk" /proc/self/mounts || fail "$1: still mounted: $(grep "$disk" /proc/self/mounts)"
  ! grep -qs "$disk" /sys/block/loop*/loop/backing_file || fail "$1: a loop device is left"
  [ ! -e "$disk" ] || fail "$1: files are left: $(ls "$disk")"
  [ "$(disk list --json | jq length)" = 0 ] || fail "$1: it is still in the list"
  timeout 60 bash -c 'while pgrep --full "disk daemon --registry $1" >/dev/null; do sleep 0.1; done' -- "$registry" ||
    fail "$1: its daemon still runs"
}

reads_per_second() { # device, depth
  fio --name=reads --filename="$1" --direct=1 --rw=randread --bs=4k --ioengine=libaio --iodepth="$2" --time_based --runtime=4 \
    --output-format=json | jq '.jobs[0].read.iops | round'
}

# Of a device that takes 10 ms for a read, and any number at a time: 100 a second, 3,200 with 32 at a time. The bounds are
# wide, for busy machines.
disk up constant@latencyMicros=10000 --dir "$disk" --size 256M
device=$(disk list --json | jq -r '.[0].device')
one=$(reads_per_second "$device" 1) many=$(reads_per_second "$device" 32)
echo "10 ms a read: $one a second, $many with 32 at a time"
[ "$one" -ge 50 ] && [ "$one" -le 101 ] || fail "$one reads a second one at a time: 50 to 101 were to be expected"
[ "$many" -ge 1000 ] && [ "$many" -le 3300 ] || fail "$many reads a second with 32 at a time: 1,000 to 3,300 were to be expected"

disk pace "$disk" off
head -c 30000000 /dev/urandom >"$work/content"
cp "$work/content" "$disk/fs/content"
disk pace "$disk" on
disk remount "$disk"
cmp "$work/content" "$disk/fs/content" || fail "the disk does not keep what is written"
disk stats "$disk"
[ "$(disk stats "$disk" --json | jq .failures)" = 0 ] || fail "requests failed"

timeout 120 fio --name=reads --filename="$device" --direct=1 --rw=randread --bs=4k --ioengine=libaio --iodepth=16 --time_based \
  --runtime=60 >"$work/fio" 2>&1 &
reader=$!
before=$(disk stats "$disk" --json | jq .reads)
while [ "$(disk stats "$disk" --json | jq .reads)" -le "$before" ]; do :; done
kill -9 "$(disk list --json | jq '.[0].daemonPid')"
status=0 && wait "$reader" || status=$?
[ "$status" != 0 ] && [ "$status" != 124 ] || fail "whoever read from the killed disk went on, or hung: status $status"
disk list | grep 'left over' || fail "what is left of the disk is not in the list"
disk down "$disk"
nothing_is_left "a killed daemon"

disk up constant@latencyMicros=10000 --dir "$disk" --size 256M
kill -STOP "$(disk list --json | jq '.[0].daemonPid')"
disk down "$disk"
nothing_is_left "a hung daemon"

for stage in IMAGE DAEMON LOOP QUEUE FORMAT MOUNT READY; do
  "$laio" disk up --registry "$registry" constant@latencyMicros=10000 --dir "$disk" --size 256M >/dev/null &
  maker=$!
  until grep -qs "\"stage\" : \"$stage\"" "$registry"/*.json || ! kill -0 "$maker" 2>/dev/null; do :; done
  kill -9 "$maker" 2>/dev/null || true
  wait "$maker" 2>/dev/null || true
  disk down --all
  nothing_is_left "killed at $stage"
done

status=0 && disk up nonsense --dir "$disk" --size 256M 2>"$work/err" || status=$?
[ "$status" = 2 ] || fail "an unknown model: status $status, $(cat "$work/err")"
nothing_is_left "an unknown model"
