#!/usr/bin/env bash
# A comparison is killed, and interrupted as a terminal does it: finished runs stay, nothing else does, or doctor names it; and
# --resume makes each of the missing runs once.
. "$(dirname "$0")/lib.sh"
need jq setsid
[ "$(id -u)" = 0 ] || { echo "only root may make control groups and drop caches" && exit 77; }

mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX")
results=$work/results
comparison= # the one under way
end_servers() { # of a comparison that was killed and not gone on with: those that serve the documents of this script
  local pid
  for pid in $(pgrep -f -- "--docroot $data/" || true); do kill -9 "$pid" 2>/dev/null || true; done
}
clean() {
  if [ -n "$comparison" ]; then kill -9 "$comparison" 2>/dev/null || true; fi
  end_servers
  rm -rf "$data"
  finish
}
trap clean EXIT
"$laio" doctor --data "$data" >"$work/doctor" || true
lacking=$(grep -E '^missing +(cgroup|page cache|drop_caches) ' "$work/doctor") && echo "$lacking" | head -n 1 && exit 77

begin() { # in a process group of its own, as a shell's job at a terminal
  env --default-signal=INT setsid "$laio" compare --server flash-nb-b,flash-laio-laio --workload rice --scale 1/64 --clients 8 --cache cold,warm --repeats 2 \
    --requests 1000 --warm-up-requests 500 --memory 200M --data "$data" --out "$results" >"$work/out" 2>&1 &
  comparison=$!
}
runs() { jq '.runs | length' "$results/results.json" 2>/dev/null || echo 0; }
until_runs() { # so many are there, or the comparison has ended
  until [ "$(runs)" -ge "$1" ] || ! kill -0 "$comparison" 2>/dev/null; do :; done
}
groups() { find /sys/fs/cgroup -type d -name "laio-$1-*" 2>/dev/null || true; } # control groups that this process made
nothing_runs() { # after what
  ! pgrep -af -- "--docroot $data/" || fail "$1: a server is left"
}

begin
until_runs 3
kill -9 "$comparison" || { cat "$work/out" && fail "the comparison ended before it was killed"; }
wait "$comparison" || true
killed=$comparison
comparison=
[ "$(runs)" -ge 3 ] || fail "finished runs were lost"
cp "$results/results.json" "$work/before.json"
: >"$results/.results.csv.part" # as if it had been killed while writing
if [ -n "$(pgrep -f -- "--docroot $data/")" ]; then
  "$laio" doctor --data "$data" >"$work/doctor" || true
  grep 'a comparison that was killed left' "$work/doctor" || { cat "$work/doctor" && fail "doctor does not name the server that is left"; }
else
  echo "no server was left at that moment: doctor was not asked"
fi

env --default-signal=INT setsid "$laio" compare --resume "$results" >"$work/out" 2>&1 &
comparison=$!
until_runs 5
kill -INT -- "-$comparison" || { cat "$work/out" && fail "the comparison ended before it was interrupted"; }
wait "$comparison" && fail "an interrupted comparison says that all is well"
interrupted=$comparison
comparison=
cat "$work/out"
grep -q -e "--resume $results" "$work/out" || fail "an interrupted comparison does not say how to go on"
nothing_runs "an interrupt"
for process in "$killed" "$interrupted"; do
  [ -z "$(groups "$process")" ] || fail "control groups are left: $(groups "$process")"
done
[ -z "$(find "$results" -name '.*')" ] || fail "files are left: $(find "$results" -name '.*')"

! "$laio" compare --resume "$results" --clients 16 2>"$work/err" || fail "another plan was taken"
grep -q -e --clients "$work/err" || { cat "$work/err" && fail "the refusal does not name the option"; }

"$laio" compare --resume "$results" || fail "the rest was not made"
jq --exit-status '.runs | map(.order) == [range(1; 9)]' "$results/results.json" >/dev/null || fail "not each run once: $(jq -c '.runs | map(.order)' "$results/results.json")"
jq --exit-status '.environment.laterSessions | length == 2' "$results/results.json" >/dev/null || fail "sessions are missing"
kept=$(jq --slurp '.[0].runs as $before | .[1].runs[:($before | length)] == $before' "$work/before.json" "$results/results.json")
[ "$kept" = true ] || fail "runs that were there have changed"
[ -s "$results/report.html" ] || fail "no report.html"
"$laio" compare --resume "$results" >"$work/out" || fail "a comparison that is complete cannot be shown"
nothing_runs "the end"
