#!/usr/bin/env bash
# A browser loads documents of many sizes and types through a page's script, and sums them up as sha256sum does.
. "$(dirname "$0")/lib.sh"
need chromium sha256sum
chromium --version >/dev/null 2>&1 || { echo "chromium is installed and does not run" && exit 77; }
mkdir "$work/tree"
for size in 0 1 1000 65535 65536 65537 300000 5000000; do
  head -c "$size" /dev/urandom >"$work/tree/$size.bin"
done
(cd "$work/tree" && sha256sum -- *.bin) >"$work/expected"
cat >"$work/tree/index.html" <<'HTML'
<!doctype html><meta charset="utf-8"><title>sums</title><link rel="icon" href="data:,"><pre id="sums"></pre>
<script src="sums.js"></script>
HTML
cat >"$work/tree/sums.js" <<'SCRIPT'
const hex = (bytes) => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('');
const sum = async (name) => {
  const bytes = await (await fetch(name)).arrayBuffer();
  return hex(await crypto.subtle.digest('SHA-256', bytes)) + '  ' + name;
};
const request = new XMLHttpRequest(); // synchronous, so that the page is not finished before the sums are
request.open('GET', 'names.txt', false);
request.send();
Promise.all(request.responseText.trim().split('\n').map(sum)).then((lines) => {
  document.getElementById('sums').textContent = lines.join('\n') + '\n';
});
SCRIPT
(cd "$work/tree" && printf '%s\n' -- *.bin | tail -n +2) >"$work/tree/names.txt"

load() { # a file: the sums of the page; empty if the browser crashed or gave up
  rm -rf "$work/profile"
  timeout 180 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" \
    --virtual-time-budget=20000 --dump-dom "$url" >"$work/dom" 2>"$work/chromium.err" || tail -n 20 "$work/chromium.err"
  sed -n 's/.*<pre id="sums">//; /^[0-9a-f]\{64\}  /p' "$work/dom" >"$1"
}

for server in flash-nb-b flash-laio-laio; do
  start_server "$server" "$work/tree"
  for attempt in 1 2 3; do # wrong sums are wrong at once; no sums at all may be the browser's own trouble
    load "$work/got"
    [ ! -s "$work/got" ] || break
    echo "$server: attempt $attempt brought no sums"
  done
  stop_server
  diff "$work/expected" "$work/got" || fail "$server: the browser got something else"
  echo "$server: the browser got $(wc -l <"$work/got") files right"
done
