#!/bin/sh
# The command line of an installed Gavel. It runs on Node and not on the app's own binary, which refuses to be a Node.
set -eu
here=$(dirname "$(readlink -f "$0")")
for script in "$here/resources/gavel.mjs" "$here/gavel.mjs" /opt/Gavel/resources/gavel.mjs; do
  [ -f "$script" ] || continue
  command -v node >/dev/null || {
    echo 'gavel: the command line needs Node 20 or later, as `node`' >&2
    exit 1
  }
  exec node "$script" "$@"
done
echo "gavel: no gavel.mjs beside $here" >&2
exit 1
