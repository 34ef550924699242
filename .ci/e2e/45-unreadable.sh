#!/usr/bin/env bash
# A server that is not root refuses what it may not read, and tells nothing of it. (The contract suite tests the same, but
# not when it runs as root, who may read everything.)
. "$(dirname "$0")/lib.sh"
need curl setpriv
[ "$(id -u)" = 0 ] || { echo "only root can become another user" && exit 77; }
nobody=65534

# The clone may lie where only root can look: a copy of what is needed to run
"$laio" --version >/dev/null
mkdir -p "$work/home/bin" "$work/tree/closed"
chmod 755 "$work"
cp "$top/bin/laio" "$top/bin/find-jdk25" "$work/home/bin"
cp -r "$(readlink -f "$top/cli/target/launcher/builds/current")" "$work/build"
laio=$work/home/bin/laio
under=(setpriv --reuid=$nobody --regid=$nobody --clear-groups env "LAIO_BUILD=$work/build")

for name in readable unreadable closed/file; do echo content >"$work/tree/$name"; done
chmod 000 "$work/tree/unreadable" "$work/tree/closed"

expect() { # path, statuses
  local status
  status=$(curl --silent --output "$work/body" --write-out '%{http_code}' "$url$1")
  [[ " $2 " = *" $status "* ]] || fail "$1 was answered with $status where $2 was due"
}

for server in flash-nb-b flash-laio-laio thttpd-nb-b thttpd-laio-laio; do
  start_server "$server" "$work/tree"
  expect readable 200
  expect unreadable "403 404"
  expect closed/file "403 404"
  stop_server
  echo "$server refuses what it may not read"
done
