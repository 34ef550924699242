#!/usr/bin/env bash
# deploy/kubernetes without a cluster: kubectl puts the manifests together and reads them as the kinds that they are, no field of them is
# unknown to it, and the commands in them are run, as four generators and a merge, by processes of this machine.
. "$(dirname "$0")/lib.sh"
need kubectl jq
minor=$(kubectl version --client --output json | jq --raw-output '.clientVersion.minor' | tr -dc 0-9)
[ "$minor" -ge 24 ] || { echo "kubectl 1.$minor does not know Indexed Jobs yet: 1.24 or later is needed" && exit 77; }

manifests=$top/deploy/kubernetes
kubectl kustomize "$manifests" >"$work/all.yaml"
kubectl annotate --local --filename "$work/all.yaml" laio=check --output json | jq --slurp '.' >"$work/written.json"
[ "$(jq --raw-output 'map(.kind) | sort | join(" ")' "$work/written.json")" = \
  "ConfigMap Deployment Job Job Namespace PersistentVolume PersistentVolumeClaim PersistentVolumeClaim Service" ] ||
  fail "not all that there should be: $(jq --compact-output 'map(.kind)' "$work/written.json")"

# `set env` knows the kinds that have pods: it reads them into their types and writes these out. What it does not know is lost on the way.
jq '.[] | select(.kind == "Deployment" or .kind == "Job")' "$work/written.json" >"$work/pods.json"
kubectl set env --local --filename "$work/pods.json" --output json LAIO_CHECK=1 | jq --slurp '.' >"$work/typed.json"
jq --null-input --raw-output --slurpfile written "$work/written.json" --slurpfile typed "$work/typed.json" '
  ($typed[0] | map({key: "\(.kind)/\(.metadata.name)", value: .}) | from_entries) as $known
  | $written[0][] | select(.kind == "Deployment" or .kind == "Job")
  | del(.metadata.annotations)
  # the variable that was set comes after those that were there, and makes a list where there was none
  | . as $object | "\(.kind)/\(.metadata.name)" as $name | paths(scalars) as $path
  | select(($known[$name] | getpath($path)) != ($object | getpath($path)))
  | "\($name): \($path | map(tostring) | join(".")): \($object | getpath($path))"' >"$work/unknown"
[ ! -s "$work/unknown" ] || fail "kubectl does not know, or changes: $(cat "$work/unknown")"
[ "$(jq 'length' "$work/typed.json")" = 3 ] || fail "kubectl read $(jq 'length' "$work/typed.json") objects with pods, not 3"
sed 's/completions/complections/' "$work/pods.json" >"$work/wrong-pods.json"
kubectl set env --local --filename "$work/wrong-pods.json" --output json LAIO_CHECK=1 >"$work/wrong.json" 2>&1 || true
! jq --exit-status --slurp 'any(.spec.completions == 4)' "$work/wrong.json" >/dev/null 2>&1 || fail "a wrong field would not be noticed"

[ "$(jq --raw-output 'map(select(.metadata.labels.part == "run") | .metadata.name) | sort | join(" ")' "$work/written.json")" = "merge replay" ] ||
  fail "what the script starts for each replay are not the two jobs"

field() { jq --raw-output ".[] | select(.kind == \"$1\" and .metadata.name == \"$2\") | $3" "$work/written.json"; }
shards=$(field ConfigMap settings .data.SHARDS)
[ "$shards" = "$(field Job replay .spec.completions)" ] && [ "$shards" = "$(field Job replay .spec.parallelism)" ] ||
  fail "$shards shards, and another number of generators"
[ "$(field Deployment server .spec.template.spec.securityContext.seccompProfile.localhostProfile)" = laio.json ] && [ -e "$top/config/seccomp/laio.json" ] ||
  fail "the seccomp profile is another one"

# The commands, as pods would run them, on a smaller trace.
mkdir "$work/bin" "$work/documents" "$work/results"
ln -s "$laio" "$work/bin/laio"
PATH=$work/bin:$PATH
TRACE="rice --scale 1/100 --requests 8000 --seed 2004"
REPLAY=$(field ConfigMap settings .data.REPLAY)
SHARDS=$shards
export TRACE REPLAY SHARDS
in_pod() { # directory for /trace, and the command with the pod's places
  mkdir -p "$1"
  bash -ec "$(sed -e "s|/trace/|$1/|g" -e "s|/documents/|$work/documents/|g" -e "s|/results/|$work/results/|g" -e "s|http://server:8080|${url%/}|g" <<<"$2")"
}
url=
in_pod "$work/server" "$(field Deployment server '.spec.template.spec.initContainers[0].args[0]')"
start_server "$(field ConfigMap settings .data.SERVER)" "$work/documents/root"
START_AT=$(($(date +%s) + 45)) # four traces are made first, on as few processors as there are here
export START_AT
pids=()
for ((i = 0; i < shards; i++)); do
  SHARD=$i in_pod "$work/pod$i" "$(field Job replay '.spec.template.spec.containers[0].args[0]')" &
  pids+=($!)
done
in_pod "$work/merge" "$(field Job merge '.spec.template.spec.containers[0].args[0]')" >"$work/merged" || [ $? = 1 ] || fail "no merge"
cat "$work/merged"
for pid in "${pids[@]}"; do wait "$pid" || [ $? = 1 ] || fail "a generator failed"; done
grep -q '^rice: 8,000 requests in ' "$work/merged" && grep -q 'no failures' "$work/merged" || fail "that is not the whole trace"
[ "$(grep -c '^  shard [0-3]/4: ' "$work/merged")" = 4 ] || fail "not four shards"
[ "$(find "$work/results" -type f | wc -l)" = 4 ] || fail "half-written results are left"
