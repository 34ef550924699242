#!/usr/bin/env bash
# The replay as a client of other people's servers: a log of one's own, with its ranges, heads and unchanged documents, against nginx,
# lighttpd and Apache as Debian ships them, in their own configuration (short keep-alive, limited requests a connection); content in
# chunks; many requests of a log (COPIES=106: a million); the log's own times; one replay by four processes, merged.
. "$(dirname "$0")/lib.sh"
need jq nginx lighttpd apache2 curl
copies=${COPIES:-21} # of the log; 106 make a million requests

mkdir -p "$top/target"
data=$(mktemp -d "$top/target/e2e.XXXXXX")
chmod 755 "$data" # servers read as somebody else
pids=()
finish_all() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  finish
  rm -rf "$data"
}
trap finish_all EXIT

# Status 1 also says that the generator was saturated, which on a machine of two processors is no matter of correctness.
replay() { "$laio" workload replay "$@" --json >"$work/result.json" || [ $? = 1 ] || fail "replay $*"; }
check() { jq --exit-status "$2" "$work/result.json" >/dev/null || { jq 'del(.histograms)' "$work/result.json" && fail "$1"; }; }

log=$top/config/workloads/semicomplete-2015.access.log.gz
"$laio" workload import "$log" --out "$data/site.trace" >"$work/import"
cat "$work/import"
"$laio" workload docroot "$data/site.trace" --dir "$data/root"

free_port() { perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport'; }

# begin NAME PORT COMMAND...: in the background, until it answers
begin() {
  local name=$1 port=$2
  shift 2
  "$@" >"$data/$name.out" 2>&1 &
  pids+=($!)
  curl --silent --output /dev/null --retry 50 --retry-connrefused --retry-delay 0 --retry-max-time 20 "http://127.0.0.1:$port/" ||
    { cat "$data/$name.out" && fail "$name did not start"; }
}

nginx_port=$(free_port) chunked_port=$(free_port)
cat >"$data/nginx.conf" <<CONF
daemon off; worker_processes 1; error_log stderr; pid $data/nginx.pid;
$([ "$(id -u)" != 0 ] || echo 'user root;')
events { worker_connections 2048; }
http {
  access_log off; sendfile on;
  client_body_temp_path $data/body; proxy_temp_path $data/proxy; fastcgi_temp_path $data/fastcgi;
  uwsgi_temp_path $data/uwsgi; scgi_temp_path $data/scgi;
  server { listen 127.0.0.1:$nginx_port backlog=4096; root $data/root; }
  server { listen 127.0.0.1:$chunked_port; root $data/root; ssi on; ssi_types *; }
}
CONF
begin nginx "$nginx_port" nginx -p "$data" -e stderr -c "$data/nginx.conf"

lighttpd_port=$(free_port)
cat >"$data/lighttpd.conf" <<CONF
server.document-root = "$data/root"
server.bind = "127.0.0.1"
server.port = $lighttpd_port
server.upload-dirs = ("$data")
mimetype.assign = ("" => "application/octet-stream")
CONF
begin lighttpd "$lighttpd_port" lighttpd -D -f "$data/lighttpd.conf"

apache_port=$(free_port)
modules=/usr/lib/apache2/modules
cat >"$data/apache.conf" <<CONF
ServerName localhost
Listen 127.0.0.1:$apache_port
$([ "$(id -u)" != 0 ] || printf 'User www-data\nGroup www-data')
PidFile $data/apache.pid
DefaultRuntimeDir $data
ErrorLog /dev/stderr
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
DocumentRoot "$data/root"
<Directory "$data/root">
  AllowOverride None
  Require all granted
</Directory>
CONF
begin apache "$apache_port" apache2 -D FOREGROUND -d "$data" -f "$data/apache.conf"

for server in "nginx $nginx_port" "lighttpd $lighttpd_port" "apache $apache_port"; do
  read -r name port <<<"$server"
  replay "$data/site.trace" --target "http://127.0.0.1:$port" --clients 32 --verify-every 10
  check "$name answers everything correctly" '.requests == 9558 and (.failures | add == 0) and .verified > 800'
  check "$name: every kind" '.statuses["206"] > 0 and .statuses["304"] > 0'
  # lighttpd and Apache look at their clocks when it suits them, and then may contradict themselves; nginx, at each turn of its loop.
  check "$name: its clock is this machine's" '.serverClock | .aheadByAtLeastMillis <= 1000 and .aheadByAtMostMillis >= -1000'
  [ "$name" != nginx ] || check "nginx's clock is this machine's" '.serverClock | .aheadByAtLeastMillis <= 5 and .aheadByAtMostMillis >= -5'
  check "$name: Little's law" '.littlesLaw.holds'
  echo "$name: $(jq -c '[.requestsPerSecond, .connections, .serverClock]' "$work/result.json")"
done

# Content in chunks: server-side includes make nginx forget how long a document is.
"$laio" workload synth rice --scale 1/100 --requests 5000 --out "$data/rice.trace" >/dev/null
"$laio" workload docroot "$data/rice.trace" --dir "$data/root" >/dev/null
chunked="http://127.0.0.1:$chunked_port"
curl --silent --head "$chunked/0000/000000.zip" --request GET | grep -qi '^transfer-encoding: chunked' || echo "note: nginx sent no chunks for that one"
replay "$data/rice.trace" --target "$chunked" --clients 16 --verify-every 2
check "chunks are read" '.requests == 5000 and (.failures | add == 0) and .verified > 2250 and .verified < 2750'

# At its own times, 3,600 times as fast: within 1 % of what was intended, however busy the server.
"$laio" workload describe "$data/site.trace" --json >"$work/site.json"
replay "$data/site.trace" --target "http://127.0.0.1:$nginx_port" --own-times --speed 3600
jq --null-input --exit-status --slurpfile site "$work/site.json" --slurpfile result "$work/result.json" '
  ($result[0].elapsedMillis / ($site[0].got.spanMillis / 3600)) as $ratio | $ratio, ($ratio > 0.99 and $ratio < 1.01)' ||
  fail "the log's own times were not kept"
check "none failed at own times" '.failures | add == 0'

# One replay by four processes.
replay "$data/rice.trace" --target "http://127.0.0.1:$nginx_port" --clients 16
jq '{sequences, requests, bytes, verified, statuses, failures, connections}' "$work/result.json" >"$work/one"
for shards in 2 4; do
  start=$(($(date +%s) + 15))
  shard_pids=()
  for ((i = 0; i < shards; i++)); do
    "$laio" workload replay "$data/rice.trace" --target "http://127.0.0.1:$nginx_port" --clients 4 --shard "$i/$shards" --start-at "$start" \
      --json >"$work/shard$i.json" &
    shard_pids+=($!)
  done
  for pid in "${shard_pids[@]}"; do wait "$pid" || fail "a shard of $shards failed"; done
  # A generator that others kept from its processor says so and fails the merge: that is no matter of the counts.
  "$laio" workload merge "$work"/shard[0-$((shards - 1))].json --json >"$work/result.json" || [ $? = 1 ]
  jq '{sequences, requests, bytes, verified, statuses, failures, connections}' "$work/result.json" >"$work/many"
  cmp "$work/one" "$work/many" || fail "$shards shards are not one replay"
  check "they began together" '.shards | (map(.startedAt) | unique | length) >= 1 and length == '"$shards"
  check "one machine has one clock" '.clockSkew.leastMillis < 5'
  "$laio" workload merge "$work"/shard[0-$((shards - 1))].json >"$work/merged" || [ $? = 1 ]
  cat "$work/merged"
done
if "$laio" workload merge "$work/shard0.json" "$work/shard0.json" 2>"$work/refused"; then fail "one shard twice was merged"; fi
cat "$work/refused"

# Many requests of a log of one's own.
for ((i = 0; i < copies; i++)); do zcat "$log" | sed "s/^/$i./"; done >"$data/many.log"
"$laio" workload import "$data/many.log" --out "$data/many.trace" >/dev/null
rm "$data/many.log"
replay "$data/many.trace" --target "http://127.0.0.1:$nginx_port" --clients 64 --verify-every 1000
check "none of them fails" '(.failures | add == 0) and .requests == '$((copies * 9558))
jq -c '[.requests, .elapsedMillis, .requestsPerSecond, .connections, .generatorPeakResidentBytes]' "$work/result.json"
