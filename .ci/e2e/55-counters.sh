#!/usr/bin/env bash
# Claim C1 rests on the servers' own counters: over a replay of 20,000 requests they agree with the kernel's count within 1 %,
# call by call, with both engines, with laziness on and direct.
#
# A counter counts operations, the kernel counts calls. An operation that blocks is at least two calls: the try that said
# EAGAIN, and what brought the result: a later call, or an entry of the ring. So compared are
# - operations that are done (atOnce + blocked) with calls that did not answer EAGAIN, plus entries of the ring;
# - operations that blocked with calls that answered EAGAIN, where each operation is tried in the thread itself.
# Documents are below 32 KB, so that none is mapped and a send is one call. Every request looks its name up.
. "$(dirname "$0")/lib.sh"
need perf jq perl curl
[ "$(id -u)" = 0 ] || { echo "needs root, to count other processes' system calls" && exit 77; }

requests=20000 clients=16
events=() what=()
count() { # what is counted, tracepoint, filter
  what+=("$1") events+=(-e "$2" --filter "$3")
}
again=-11 # EAGAIN
refused=-95 # EOPNOTSUPP: the file system cannot say, and a call that waits follows
for call in accept:accept4 recv:recvfrom send:sendto send:sendmsg open:openat2 stat:statx read:preadv2; do
  count "${call%:*}" "syscalls:sys_exit_${call#*:}" "ret != $again && ret != $refused"
done
count read syscalls:sys_enter_pread64 'count != 128' # 128: the loop reads its thread's times
for entry in accept:13 recv:27 send:26 send:9 open:28 read:22; do # IORING_OP_*, include/uapi/linux/io_uring.h
  count "${entry%:*}" io_uring:io_uring_submit_req "opcode == ${entry#*:}"
done
count accept_again syscalls:sys_exit_accept4 "ret == $again"
count recv_again syscalls:sys_exit_recvfrom "ret == $again"
perf stat -x, -o "$work/probe" "${events[@]}" -- true 2>"$work/refused" && ! grep -q 'not' "$work/probe" ||
  { echo "perf has no tracepoints of single calls here" && exit 77; }

perl -e '
  for my $i (0 .. $ARGV[0] - 1) {
    my $document = ($i * 7919) % 300;
    printf "10.0.%d.%d - - [23/Nov/2026:10:%02d:%02d +0000] \"GET /d/%d HTTP/1.1\" 200 %d\n",
      $i / 10 % 8, $i / 80 % 250, $i / 600 % 60, $i / 10 % 60, $document, 100 + $document * 97;
  }' "$requests" >"$work/log"
"$laio" workload import "$work/log" --idle-cut 1s --out "$work/trace" >/dev/null
"$laio" workload docroot "$work/trace" --dir "$work/tree" >/dev/null

agree() { # two counts: within 1 %, or 4 calls: those of the two questions for the statistics
  awk -v a="$1" -v b="$2" 'BEGIN { d = a - b; if (d < 0) d = -d; exit !(d <= 4 || d <= 0.01 * b) }'
}

compare() { # what, the server's count, the kernel's
  local verdict=agree
  agree "$2" "$3" || verdict="DISAGREE" differing=$((differing + 1))
  printf '  %-16s %8d by the server %8d by the kernel  %s\n' "$1" "$2" "$3" "$verdict"
}

check() { # engine, laziness
  local differing=0 operation
  start_server flash-laio-laio "$work/tree" --engine "$1" --lazy "$2" --stats --name-cache-validity-millis 0
  "$laio" workload replay "$work/trace" --target "$url" >/dev/null 2>&1 # brings the documents into memory and lets the JIT finish
  statistics >"$work/before"
  perf stat -x, -o "$work/perf" "${events[@]}" -p "$server_pid" -- \
    "$laio" workload replay "$work/trace" --target "$url" --clients "$clients" --json >"$work/replay" 2>"$work/progress"
  statistics >"$work/after"
  stop_server
  jq --exit-status --argjson n "$requests" '.statuses["200"] == $n and (.failures | add) == 0' "$work/replay" >/dev/null ||
    fail "not all requests were answered: $(cat "$work/replay")"
  printf '%s\n' "${what[@]}" | paste -d' ' - <(grep -v '^#' "$work/perf" | grep . | cut -d, -f1) >"$work/kernel"
  echo "engine $1, lazy $2:"
  for operation in accept recv send open stat read; do
    compare "$operation" "$(counted "$operation" '.atOnce + .blocked')" "$(kernel "$operation")"
  done
  if [ "$1" = workers ] || [ "$2" = direct ]; then
    for operation in accept recv; do
      compare "$operation blocked" "$(counted "$operation" .blocked)" "$(kernel "${operation}_again")"
    done
  fi
  [ "$differing" = 0 ] || fail "$differing counters differ from the kernel's by more than 1 %"
  for operation in accept recv send open stat read; do # and this would show 2 %
    ! agree "$(awk -v n="$(counted "$operation" '.atOnce + .blocked')" 'BEGIN { print int(n * 1.02) }')" "$(kernel "$operation")" ||
      fail "$operation: too few calls to tell 2 % apart"
  done
}

statistics() { curl --silent --fail "${url}.laio/stats"; }
kernel() { awk -v name="$1" '$1 == name { sum += $2 } END { print sum + 0 }' "$work/kernel"; }
counted() { # operation, expression: how much it grew
  jq --slurp --arg operation "$1" "map(.operations[\$operation] | $2) | .[1] - .[0]" "$work/before" "$work/after"
}

for engine in workers ring; do
  for lazy in on direct; do
    check "$engine" "$lazy"
  done
done
