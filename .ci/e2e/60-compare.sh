#!/usr/bin/env bash
# A very small comparison: every run is valid, no request failed, each cache state is proven, and the report is there.
. "$(dirname "$0")/lib.sh"
need jq
[ "$(id -u)" = 0 ] || { echo "only root may make control groups and drop caches" && exit 77; }

"$laio" compare --workload rice --scale 1/64 --clients 8 --cache cold,warm --repeats 1 --requests 1000 \
  --warm-up-requests 500 --memory 200M --data "$work/data" --out "$work/results"
"$laio" report "$work/results"

check() { # what, and what jq must find true
  jq --exit-status "$2" "$work/results/results.json" >/dev/null || fail "$1: $(jq --compact-output .runs "$work/results/results.json")"
}
check "two servers, cold and warm" '.runs | map([.server, .cache]) | sort ==
  [["flash-laio-laio", "cold"], ["flash-laio-laio", "warm"], ["flash-nb-b", "cold"], ["flash-nb-b", "warm"]]'
check "every run is valid" '.runs | all(.valid)'
check "no request failed" '.runs | all(.failures | add // 0 == 0)'
check "every run did its requests" '.runs | all(.requests == 1000)'
check "cold is cold" '.runs | map(select(.cache == "cold")) | all(.residentFractionBefore < 0.01)'
check "warm is warm" '.runs | map(select(.cache == "warm")) | all(.residentFractionBefore > 0.99)'
[ -s "$work/results/report.html" ] || fail "no report.html"
ls "$work"/results/figures/*.svg
