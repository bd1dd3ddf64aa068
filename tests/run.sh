#!/usr/bin/env bash
# The one test command. `tests/run.sh` checks everything; `tests/run.sh NAME` one suite (a folder of tests/, such as
# `gateway`, or `foreign-client`).
#
#  1. install what is missing on a bare Debian machine: PostgreSQL, Chromium, the npm packages of the suites in Node;
#  2. build the solution once, where a warning is an error;
#  3. run every suite, one after the other: several of them measure time or load the machine;
#  4. sum up. Nothing may fail, be skipped, or contain no test.
#
# Needs the .NET 10 SDK, Node 20 with npm, and root or sudo where something is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
only="${1:-}"
results="$(mktemp -d "${TMPDIR:-/tmp}/reseau-tests.XXXXXX")"
trap 'rm -rf "$results"' EXIT
# What the tests leave behind goes with the results.
export TMPDIR="$results/tmp"
chmod 755 "$results" # PostgreSQL does not run as root
mkdir -m 1777 "$TMPDIR"
total_passed=0 total_failed=0 total_skipped=0 broken=0
rows=()

say() { printf '\n== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# 1. --------------------------------------------------------------------------------------------------------------

install_debian_packages() {
  local missing=()
  compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
  command -v chromium > /dev/null || missing+=(chromium)
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "Installing ${missing[*]}"
  # The package lists of a fresh machine are empty, those of an old one stale.
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

install_node_packages() {
  local suite="$1"
  # Scripts of packages are not run: none of these needs one.
  [ "$suite/node_modules/.package-lock.json" -nt "$suite/package-lock.json" ] || (cd "$suite" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}

# 3. --------------------------------------------------------------------------------------------------------------

# Keeps the result of a suite: name, passed, failed, skipped, seconds.
keep() {
  local name="$1" passed="$2" failed="$3" skipped="$4" seconds="$5"
  rows+=("$(printf '%-18s %7d %7d %8d %6ds' "$name" "$passed" "$failed" "$skipped" "$seconds")")
  total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed)) total_skipped=$((total_skipped + skipped))
  if [ $((passed + failed + skipped)) -eq 0 ]; then
    echo "$name ran no test" >&2
    broken=1
  fi
}

# One number of a trx file: <Counters total="3" executed="3" passed="3" failed="0" … />
counter() { sed -n "s/.*<Counters.*[^a-zA-Z]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

run_dotnet() {
  local name="$1" project="$2" start=$SECONDS code=0 trx="$results/$1.trx"
  say "$name"
  dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$trx" --logger "console;verbosity=minimal" --results-directory "$results" || code=$?
  local all=0 ran=0 passed=0
  if [ -f "$trx" ]; then all="$(counter "$trx" total)" ran="$(counter "$trx" executed)" passed="$(counter "$trx" passed)"; fi
  # Figures that a suite measures are part of its result.
  if [ -f "$trx" ]; then grep -ho '[^>]*success@1[^<]*' "$trx" | head -n 1 || true; fi
  keep "$name" "$passed" "$((ran - passed))" "$((all - ran))" "$((SECONDS - start))"
  [ "$code" -eq 0 ] || broken=1
}

# Ends of node's report: "# pass 7", "# fail 0", "# skipped 0".
node_count() { sed -n "s/^# $2 \([0-9]*\)$/\1/p" "$1" | tail -n 1; }

run_node() {
  local name="$1" suite="$2" start=$SECONDS code=0 report="$results/$1.tap"
  say "$name"
  (cd "$suite" && node --test --test-reporter=tap --test-reporter-destination="$report" --test-reporter=spec --test-reporter-destination=stdout) || code=$?
  local passed failed cancelled skipped todo
  passed="$(node_count "$report" pass)" failed="$(node_count "$report" fail)" cancelled="$(node_count "$report" cancelled)"
  skipped="$(node_count "$report" skipped)" todo="$(node_count "$report" todo)"
  keep "$name" "${passed:-0}" "$((${failed:-0} + ${cancelled:-0}))" "$((${skipped:-0} + ${todo:-0}))" "$((SECONDS - start))"
  [ "$code" -eq 0 ] || broken=1
}

# -----------------------------------------------------------------------------------------------------------------

# Suites: name and path. A project that is no test (fixtures, load, benchmarks) says so, or does not bring the test SDK.
suites="$(
  for project in tests/*/*.csproj; do
    grep -q 'Microsoft.NET.Test.Sdk' "$project" && printf '%s dotnet %s\n' "$(basename "$(dirname "$project")")" "$project"
  done
  find tests -name package-lock.json -not -path '*/node_modules/*' | sort | while read -r lock; do
    printf '%s node %s\n' "$(basename "$(dirname "$lock")")" "$(dirname "$lock")"
  done
)"
if [ -n "$only" ]; then
  suites="$(grep "^$only " <<< "$suites" || true)"
  [ -n "$suites" ] || { echo "There is no suite $only." >&2; exit 2; }
fi

install_debian_packages
while read -r name kind path; do
  if [ "$kind" = node ]; then install_node_packages "$path"; fi
done <<< "$suites"
# An example that the suites run.
install_node_packages proto/examples/node

say "Building"
dotnet build Reseau.sln -v q --nologo

while read -r name kind path; do
  "run_$kind" "$name" "$path" < /dev/null
done <<< "$suites"

say "Result"
printf '%-18s %7s %7s %8s %7s\n' suite passed failed skipped time
printf '%s\n' "${rows[@]}"
echo
[ $((total_failed + total_skipped)) -eq 0 ] || broken=1
echo "$total_passed passed, $total_failed failed, $total_skipped skipped"
exit "$broken"
