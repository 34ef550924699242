#!/usr/bin/env bash
# An emulated disk is as fast as its model says, cold after a remount, and nothing is left of it, whatever is killed when:
# its daemon while somebody reads, the daemon that hangs, and the command that brings it up, at every stage. Interrupted, that
# command leaves nothing by itself.
. "$(dirname "$0")/lib.sh"
need fio jq mkfs.ext4 setsid taskset pgrep timeout cmp
[ "$(id -u)" = 0 ] || { echo "not root: no disk can be emulated" && exit 77; }
for device in /dev/fuse /dev/loop-control; do
  [ -e "$device" ] && : <>"$device" 2>/dev/null || { echo "$device cannot be opened" && exit 77; }
done
mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX") # not below $work, which is removed whatever is mounted there
registry=$data/registry disk=$data/disk
disk() { local command=$1 && shift && "$laio" disk "$command" --registry "$registry" "$@"; }

take_down() {
  disk down --all >/dev/null || true
  if grep -q "$data" /proc/self/mounts; then
    echo "left: $disk; bin/laio disk down --registry $registry $disk"
  else
    rm -rf "$data"
  fi
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
while [ "$(disk stats "$disk" --json | jq .reads)" -le "$before" ]; do
  kill -0 "$reader" 2>/dev/null || fail "the reader has ended: $(cat "$work/fio")"
done
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

record() { # sets content to the disk's record; no process is started, for some stages take milliseconds
  local file=("$registry"/*.json)
  content=
  read -r -d '' content 2>/dev/null <"${file[0]}" || true
}

# signal_at STAGE SIGNAL: brings a disk up and signals who does it at a stage; sets status to how it ended
signal_at() {
  "$laio" disk up --registry "$registry" constant@latencyMicros=10000 --dir "$disk" --size 256M >/dev/null 2>"$work/err" &
  local maker=$!
  record
  until [[ $content == *"\"stage\" : \"$1\""* ]] || ! kill -0 "$maker" 2>/dev/null; do record; done
  kill "-$2" "$maker" 2>/dev/null || true
  status=0 && wait "$maker" 2>/dev/null || status=$?
}

# A signal may come too late, when the next stage is written down already: such a try shows nothing, and is made again.
for stage in IMAGE DAEMON LOOP FORMAT QUEUE MOUNT READY; do
  for ((try = 1, hit = 0; hit == 0; try++)); do
    [ "$try" -le 20 ] || fail "20 tries to kill at $stage missed it"
    signal_at "$stage" KILL
    record
    [ "$status" = 137 ] && [[ $content == *"\"stage\" : \"$stage\""* ]] && hit=1
    disk down --all
    nothing_is_left "killed at $stage"
  done
  echo "killed at $stage, try $((try - 1))"
done

for stage in DAEMON FORMAT; do
  for ((try = 1, hit = 0; hit == 0; try++)); do
    [ "$try" -le 20 ] || fail "20 tries to interrupt at $stage missed it"
    signal_at "$stage" TERM
    record
    if [ "$status" = 0 ] || [[ $content == *"\"stage\" : \"READY\""* ]]; then
      disk down --all # it was up before it was told
    else
      [ "$status" = 143 ] || fail "interrupted at $stage: status $status, $(cat "$work/err")"
      hit=1
    fi
    nothing_is_left "interrupted at $stage"
  done
  echo "interrupted at $stage, try $((try - 1))"
done

status=0 && disk up nonsense --dir "$disk" --size 256M 2>"$work/err" || status=$?
[ "$status" = 2 ] || fail "an unknown model: status $status, $(cat "$work/err")"
nothing_is_left "an unknown model"
