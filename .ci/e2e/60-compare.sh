#!/usr/bin/env bash
# A very small comparison: every run is valid, no request failed, each cache state is proven, and the report is there. A run
# that another program disturbed is invalid, and rightly so: the comparison is then made again, twice at most.
. "$(dirname "$0")/lib.sh"
need jq
[ "$(id -u)" = 0 ] || { echo "only root may make control groups and drop caches" && exit 77; }

# Below the build directory, because the temporary directory is in memory on many machines
mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX")
trap 'finish; rm -rf "$data"' EXIT
"$laio" doctor --data "$data" >"$work/doctor" || true
cat "$work/doctor"
lacking=$(grep -E '^missing +(cgroup|page cache|drop_caches) ' "$work/doctor") && echo "$lacking" | head -n 1 && exit 77

compare() { # results directory
  "$laio" compare --server flash-nb-b,flash-laio-laio --workload rice --scale 1/64 --clients 8 --cache cold,warm --repeats 1 --requests 1000 \
    --warm-up-requests 500 --memory 200M --data "$data" --out "$1"
}

found() { jq --exit-status "$1" "$results/results.json" >/dev/null; } # what jq must find true

check() { # what, and what jq must find true
  found "$2" || fail "$1: $(jq --compact-output .runs "$results/results.json")"
}

for attempt in 1 2 3; do
  results=$work/results$attempt
  compare "$results"
  check "two servers, cold and warm" '.runs | map([.server, .cache]) | sort ==
    [["flash-laio-laio", "cold"], ["flash-laio-laio", "warm"], ["flash-nb-b", "cold"], ["flash-nb-b", "warm"]]'
  check "no request failed" '.runs | all(.failures | add // 0 == 0)'
  check "every run did its requests" '.runs | all(.requests == 1000)'
  ! found '.runs | all(.valid)' || break
  echo "attempt $attempt: $(jq --raw-output '.runs[].invalidReasons[]?' "$results/results.json")"
done
check "every run is valid" '.runs | all(.valid)'
check "cold is cold" '.runs | map(select(.cache == "cold")) | all(.residentFractionBefore < 0.01)'
check "warm is warm" '.runs | map(select(.cache == "warm")) | all(.residentFractionBefore > 0.99)'
# With 200 MB at a scale of 1/64 nothing is as in the study, but for the code.
check "claims are judged" '.claims | map(.id) == [range(1; 12) | "C\(.)"] and all(.verdict == (if .id == "C8" then .verdict else "not-run" end))'
check "and the code is counted" '.codeSize.systems.LAIO.serverTotal > 0 and (.claims[7].verdict | IN("reproduced", "contradicted"))'
cp "$results/results.json" "$work/measured.json"
"$laio" report "$results" | tee "$work/summary"
cmp "$results/results.json" "$work/measured.json"
grep -q "^The study's claims: " "$work/summary" || fail "no claims in the summary"
! grep "By the present config/claims.json" "$work/summary" || fail "the same claims judge otherwise"
[ -s "$results/report.html" ] || fail "no report.html"
for figure in speed stalls calls disk cpu; do
  ls "$results/figures/$figure"-*.svg "$results/figures/$figure"-*.csv >"$work/figures" || fail "no figure of $figure"
done

# What is drawn again is the same, byte for byte; each JVM orders its sets and maps in another way.
for settings in "-Duser.language=en" "-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Kolkata" "-Duser.language=tr -Duser.timezone=UTC"; do
  cp -r "$results" "$work/again"
  rm -r "$work/again/figures" "$work/again/report.html"
  LAIO_JAVA_OPTS=$settings "$laio" report "$work/again"
  diff -r "$results" "$work/again" || fail "drawn with $settings the report is another one"
  rm -r "$work/again"
done

# Wide, and as narrow as a phone
for width in 1200 390; do
  status=0
  "$(dirname "$0")/look" "$results/report.html" "$width" || status=$?
  [ "$status" = 0 ] || [ "$status" = 77 ] || fail "the report does not fit its window"
done
