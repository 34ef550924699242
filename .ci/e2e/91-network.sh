#!/usr/bin/env bash
# The network gigabit: TCP really carries 0.85 to 1.0 Gb/s through it in either direction, a small comparison over it is
# valid, knows that it is, and is limited by it, and nothing is left of any of it.
. "$(dirname "$0")/lib.sh"
need jq ip tc iperf3 nsenter
[ "$(id -u)" = 0 ] || { echo "only root may make network namespaces" && exit 77; }

# Below the build directory, because the temporary directory is in memory on many machines
mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX")
iperf_pid=
ours= # whether the network that is up is this script's
tidy() {
  if [ -n "$iperf_pid" ]; then kill "$iperf_pid" 2>/dev/null || true; fi
  wait
  [ -z "$ours" ] || "$laio" network down gigabit >/dev/null 2>&1 || true
  rm -rf "$data"
  finish
}
trap tidy EXIT

namespaces() { ip netns list | sed 's/ .*//' | grep '^laio-' || true; }
links() { ip -o link | awk -F ': ' '$2 ~ /^laio/ { print $2 }'; } # others may make some meanwhile
before=$(namespaces) links_before=$(links)
grep -q '^laio-gigabit-' <<<"$before" && echo "the network gigabit is up: somebody uses it" && exit 77

"$laio" network up gigabit >"$work/up" 2>&1 || { cat "$work/up" && exit 77; } # its line says what is missing
ours=yes
cat "$work/up"

listening() { ip netns exec laio-gigabit-server ss -Hltn "sport = :$1" | grep -q .; }

goodput() { # direction: -R for server to clients; megabits a second
  ip netns exec laio-gigabit-server iperf3 --server --one-off >"$work/iperf-server" 2>&1 &
  iperf_pid=$!
  until listening 5201; do kill -0 "$iperf_pid" || fail "iperf3 did not start: $(cat "$work/iperf-server")"; done
  ip netns exec laio-gigabit-client iperf3 --client 198.18.0.1 --time 5 --omit 1 --parallel 4 --json "$@" >"$work/iperf.json" ||
    fail "iperf3 did not reach the server: $(cat "$work/iperf.json")"
  wait "$iperf_pid" && iperf_pid=
  jq '.end.sum_received.bits_per_second / 1e6 | round' "$work/iperf.json"
}

for direction in --reverse ""; do
  goodput ${direction:+"$direction"} >"$work/goodput"
  rate=$(cat "$work/goodput")
  echo "goodput ${direction:-forward}: $rate Mb/s"
  [ "$rate" -ge 850 ] && [ "$rate" -le 1000 ] || fail "a gigabit is 850 to 1000 Mb/s of TCP goodput, not $rate"
done
"$laio" network up gigabit 2>"$work/again" && fail "a second gigabit was made"
grep -q 'up already' "$work/again" || fail "the reason is not told: $(cat "$work/again")"
"$laio" network down gigabit && ours=
[ "$(namespaces)" = "$before" ] || fail "namespaces are left: $(namespaces)"

"$laio" compare --workload rice --scale 1/64 --clients 8 --cache warm --repeats 1 --requests 1000 \
  --warm-up-requests 500 --memory 200M --network gigabit --server flash-nb-b --data "$data" --out "$work/results"
run=$(jq --compact-output '.runs[0]' "$work/results/results.json")
jq --exit-status '.network == "gigabit" and (.failures | add // 0) == 0 and .requests == 1000
  and .throughputMbps < 960' <<<"$run" >/dev/null || fail "not a run over gigabit: $run"
jq --exit-status '.environment.details.network | test("tbf .* rate 98[0-9]")' "$work/results/results.json" >/dev/null ||
  fail "the environment does not describe the link: $(jq .environment.details "$work/results/results.json")"
grep -q 'gigabit' "$work/results/report.html" || fail "the report does not name the network"
[ "$(namespaces)" = "$before" ] && [ "$(links)" = "$links_before" ] || fail "something is left: $(namespaces) $(links)"

# Whoever may not make one is told why, with the exit status for an unfit environment, and gets no other network instead.
# Many containers and some distributions refuse user namespaces, in which root is nobody outside: then it cannot be seen here.
if ! unshare --user --map-root-user -- true 2>"$work/unshare"; then
  echo "not seen: what is said to whoever may not make a network, because $(head -n 1 "$work/unshare")"
  exit 0
fi
status=0
unshare --user --map-root-user -- "$laio" network up gigabit >"$work/refused" 2>&1 || status=$?
[ "$status" = 4 ] && [ "$(wc -l <"$work/refused")" = 1 ] || fail "exit status $status: $(cat "$work/refused")"
cat "$work/refused"
