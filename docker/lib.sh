# What docker/compare and docker/disks share: where results go, and whose they are; sourced by them.

resumed() { # the directory that --resume names, if it is there
  local word previous=
  for word; do
    case $previous$word in
      --resume=*) echo "${word#*=}" ;;
      --resume?*) echo "$word" ;;
    esac
    previous=
    [ "$word" != --resume ] || previous=$word
  done
}

# choose_results OPTION...: sets owner, results, and place, the options that say where results are if those given do not
choose_results() {
  owner=$(stat -c %u:%g /project/docker-compose.yml) || exit 4
  chown "$owner" /results
  place=()
  results=$(resumed "$@")
  [ -z "$results" ] || return 0
  results=/results/$(date -u +%Y-%m-%dT%H%M%S)
  install -d "$results"
  place=(--out "$results")
}

# run COMMAND...: until it has ended, also after a signal; sets status
run() {
  "$@" &
  child=$!
  trap 'kill -TERM "$child"' TERM INT
  wait "$child"
  status=$?
  while kill -0 "$child" 2>/dev/null; do # a signal ended the wait, not yet the comparison
    wait "$child"
    status=$?
  done
}

# Ends the script as the comparison has ended.
hand_over() {
  if rmdir "$results" 2>/dev/null; then exit "$status"; fi # nothing was measured
  chown -R "$owner" "$results"
  ln -sfn "$(basename "$results")" /results/latest && chown -h "$owner" /results/latest
  echo "Results: ./results/$(basename "$results")"
  exit "$status"
}
