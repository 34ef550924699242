#!/usr/bin/env bash
# `docker compose up` with a tiny plan: servers in containers of their own, limits in force, the engine `ring`, every run valid, the
# report served. With the engine that runs here, else with one of Debian's packages, which is gone afterwards.
. "$(dirname "$0")/lib.sh"
need curl jq

engine=
export LAIO_IMAGE=laio-e2e-$$ # the name of an image that is here already stays its own
compose() { docker compose --project-directory "$work/clone" --progress plain "$@"; }

end_containers() {
  [ ! -d "$work/clone" ] || compose --profile test down --volumes --timeout 20 >/dev/null 2>&1 || true
  docker image rm "$LAIO_IMAGE" >/dev/null 2>&1 || true
  [ -z "$engine" ] || "$top/.ci/docker-engine" down "$engine" || true
  finish
}
trap end_containers EXIT

if ! { docker version && docker compose version; } >/dev/null 2>&1; then
  engine=$work/engine
  if ! "$top/.ci/docker-engine" up "$engine" >"$work/engine.log" 2>&1; then
    tail -n 5 "$work/engine.log"
    echo "no Docker engine with Compose is reachable, and none could be started from Debian's packages"
    exit 77
  fi
  . "$engine/environment"
fi
[ "$(nproc)" -ge 2 ] || export LAIO_GENERATOR_CPUS=0

# A fresh clone, as somebody has it who only reads the README; of what is committed and what is not yet
mkdir "$work/clone"
(cd "$top" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/clone" 2>/dev/null) || true
export COMPOSE_PROJECT_NAME=laio-e2e-$$ LAIO_REPORT_PORT=0 LAIO_ARGS="--plan tiny"

echo "-- up"
compose up --detach --quiet-pull || { compose logs --no-color | tail -n 40 && fail "docker compose up failed"; }
compose logs --no-color compare
results=$work/clone/results/latest/results.json

echo "-- the results"
check() { jq --exit-status "$1" "$results" >/dev/null || { jq -c "$2" "$results" && fail "$3"; }; }
check '.runs | length == 8' '.runs | length' "not every run was made"
check '[.runs[].valid] | all' '.runs[] | {server, cache, invalidReasons}' "a run is not valid"
check '[.runs[] | select(.server == "flash-laio-laio").engine] | all(. == "ring")' '.runs[] | {server, engine}' "not the ring"
check '[.environment.details | to_entries[] | select(.key | startswith("container ")) | .value | test("640.0 MiB in force")] | length == 4 and all' \
  .environment.details "the memory limits are not in force"
check '.environment.details.build | test("^[0-9a-f]{16}$")' .environment.details.build "the build is not named by its sources"
check '[.runs[].serverCpus] | all(. == [0])' '.runs[].serverCpus' "the servers' processors are not in force"
check '[.runs[].memoryBudgetBytes] | all(. == 134217728)' '.runs[].memoryBudgetBytes' "the budget is not the plan's"
[ "$(stat -Lc %u "$results")" = "$(stat -c %u "$work/clone/docker-compose.yml")" ] || fail "the results are not the caller's"

echo "-- io_uring where it is needed, and nowhere else"
check '.environment.details["container flash-laio-laio"] | test("io_uring available")' .environment.details "laio has no io_uring"
check '.environment.details["container flash-nb-b"] | test("io_uring refused")' .environment.details "flash-nb-b has io_uring"

echo "-- the report"
address=$(compose port report 8080)
curl --silent --show-error --fail --retry 20 --retry-delay 1 --retry-all-errors "http://$address/latest/report.html" >"$work/report.html"
cmp "$work/report.html" "$work/clone/results/latest/report.html" || fail "what is served is not the report"
curl --silent --head "http://$address/latest/report.html" | grep -i '^server:'
echo "-- one server, one cell"
compose run --rm --no-TTY compare --plan tiny --server flash-nb-amped --cache cold
check '[.runs[] | .server] == ["flash-nb-amped"]' '.runs' "not the one server"
echo "passed"
