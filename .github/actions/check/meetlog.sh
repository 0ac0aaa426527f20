#!/usr/bin/env bash
# Runs Meetlog with these arguments, and then with the lines of PATHS. PACKAGE is the npm package to use; by default, it is the
# version that is beside this action.
set -euo pipefail

if [ -z "$PACKAGE" ]; then
  PACKAGE=meetlog@$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/../../../package.json")
fi

while IFS= read -r path || [ -n "$path" ]; do
  path=${path%$'\r'}
  if [ -n "$path" ]; then set -- "$@" "$path"; fi
done <<< "$PATHS"

exec npx --yes --package "$PACKAGE" -- meetlog "$@"
