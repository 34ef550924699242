#!/usr/bin/env bash
# Servers from outside take part in a very small comparison: each answers every request, is measured in its control group, and is
# named with its version; every process of it has ended afterwards. Whoever is not installed is left out by name. As in
# 60-compare.sh, a comparison that another program disturbed is made again, twice at most.
. "$(dirname "$0")/lib.sh"
need jq nginx lighttpd apache2
[ "$(id -u)" = 0 ] || { echo "only root may make control groups and drop caches" && exit 77; }

mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX")
chmod 755 "$data" # Apache reads as somebody else
trap 'finish; rm -rf "$data"' EXIT
"$laio" doctor --data "$data" >"$work/doctor" || true
lacking=$(grep -E '^missing +(cgroup|page cache|drop_caches) ' "$work/doctor") && echo "$lacking" | head -n 1 && exit 77
outside=nginx-aio-off,nginx-aio-threads,lighttpd,apache

compare() { # servers, results directory
  "$laio" compare --server "$1" --workload rice --scale 1/64 --clients 8 --cache cold,warm --repeats 1 --requests 1000 \
    --warm-up-requests 500 --memory 200M --data "$data" --out "$2"
}

check() { # what, and what jq must find true
  jq --exit-status "$2" "$results/results.json" >/dev/null || fail "$1: $(jq --compact-output '.runs, .plan' "$results/results.json")"
}

for attempt in 1 2 3; do
  results=$work/results$attempt
  compare "$outside,flash-laio-laio" "$results"
  jq --raw-output '.runs[] | select(.valid | not) | "\(.server) \(.cache): \(.invalidReasons)"' "$results/results.json" >"$work/invalid"
  [ -s "$work/invalid" ] || break
  echo "attempt $attempt: $(cat "$work/invalid")"
done
[ ! -s "$work/invalid" ] || fail "runs do not count"
check "all took part, cold and warm" '.runs | map(.server) | group_by(.) | map([.[0], length]) ==
  [["apache", 2], ["flash-laio-laio", 2], ["lighttpd", 2], ["nginx-aio-off", 2], ["nginx-aio-threads", 2]]'
check "no request failed" '.runs | all((.failures | add // 0 == 0) and .requests == 1000)'
check "their processor time is known" '.runs | all(.serverCpuMicrosPerRequest > 0)'
check "they tell nothing of their inside" '.runs | map(select(.server != "flash-laio-laio")) | all(.operations == {} and .loopStallMillis == null)'
check "their versions are named" '.plan.contestants | map(select(.name | test("nginx|lighttpd|apache"))) |
  all(.description | test("nginx/[0-9]|lighttpd/[0-9]|Apache/[0-9]"))'
for process in nginx lighttpd apache2; do
  pids=$(pgrep -x "$process" || true)
  for pid in $pids; do
    ! tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q "$work" || fail "$process $pid still runs"
  done
done

# One that is not there: a description of a server that nobody has, in a home of its own.
mkdir -p "$work/home/config/contestants"
for part in "$top"/*; do [ "$part" = "$top/config" ] || ln -s "$part" "$work/home/"; done
for part in "$top"/config/*; do [ "$part" = "$top/config/contestants" ] || ln -s "$part" "$work/home/config/"; done
cp "$top"/config/contestants/*.json "$work/home/config/contestants/"
sed -e 's/"nginx", "-[pv]"/"laio-nobody-has-this", "-v"/' "$top/config/contestants/nginx-aio-off.json" \
  >"$work/home/config/contestants/absent.json"
results=$work/absent
LAIO_JAVA_OPTS="${LAIO_JAVA_OPTS:-} -Dlaio.home=$work/home" compare absent,flash-laio-laio "$results" | tee "$work/said"
grep -q '^left out: absent: there is no laio-nobody-has-this' "$work/said" || fail "nobody said who is left out"
check "the others are compared" '.runs | map(.server) | unique == ["flash-laio-laio"]'
check "results say who is left out" '.environment.details["leftOut absent"] | test("to install it: ")'
