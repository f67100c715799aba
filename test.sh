#!/usr/bin/env bash
# Builds everything, runs every test project, and ends with one line: N passed, N failed, N skipped.
# Arguments go to every dotnet command.
# Exit code 0 only when everything built, every test project ran at least one test, and none failed.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_UI_LANGUAGE=en

# What the tests need from Debian, beside the .NET SDK. Servers are started by the tests themselves, on ports and in folders of their own.
debian_packages=(dovecot-imapd exim4-daemon-light postgresql)

configuration=Release
properties=("$@")
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0
failed=0
skipped=0

say() { printf '\n== %s\n' "$*"; }

finish() {
    [[ ! -s $results/failures.txt ]] || cat "$results/failures.txt"
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    ((failed == 0)) || exit 1
    exit 0
}

# A step that has to work before any test can run. Its failure counts as one failed test.
require() {
    local what=$1
    shift
    say "$what"
    if ! "$@"; then
        echo "$what: failed." >&2
        failed=$((failed + 1))
        finish
    fi
}

install_packages() {
    local missing=()
    for package in "${debian_packages[@]}"; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    ((${#missing[@]} > 0)) || return 0
    local as_root=()
    ((EUID == 0)) || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# Who is to format code asks `dotnet csharpier format .`.
check_format() {
    dotnet tool restore && dotnet csharpier check .
}

# One attribute of the Counters element of a .trx file; 0 when it is not there.
counter() {
    local value
    value=$(grep -o '<Counters [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' | head -n 1) || true
    echo "${value:-0}"
}

# Runs one project and adds up what it says; what failed is said again at the end. A crash, or no test at all, counts as a failure.
run_tests() {
    local project=$1 name trx status=0 total good bad
    name=$(basename "$project")
    trx="$results/$name.trx"
    say "$name"
    dotnet test "$project" -c "$configuration" --no-build "${properties[@]}" --logger "trx;LogFileName=$trx" --logger "console;verbosity=minimal" 2>&1 |
        tee "$results/$name.log" || status=$?
    if [[ ! -f $trx ]]; then
        echo "$name: no results were written." >&2
        failed=$((failed + 1))
        return
    fi

    total=$(counter "$trx" total)
    good=$(counter "$trx" passed)
    sed -n '/^  Failed /,/Stack Trace:/p' "$results/$name.log" >>"$results/failures.txt"
    bad=$(($(counter "$trx" failed) + $(counter "$trx" error) + $(counter "$trx" timeout) + $(counter "$trx" aborted)))
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + total - good - bad))
    if ((total == 0)); then
        echo "$name: it has no test." >&2
        failed=$((failed + 1))
    elif ((status != 0 && bad == 0)); then
        echo "$name: the run ended with code $status." >&2
        failed=$((failed + 1))
    fi
}

# The simulation: one more project, whose verdict is the last line of JSON that it prints. Each planted bug that is found is a passed test,
# and so is the run over the seeds; without that line it has not run, and that is a failure.
run_simulation() {
    local seeds=$1 project=tests/CustomerTouchpoints.Simulation status=0 verdict found total
    say "CustomerTouchpoints.Simulation, $seeds seeds"
    dotnet run --project "$project" -c "$configuration" --no-build -- --seeds "$seeds" --json | tee "$results/simulation.txt" || status=$?
    verdict=$(tail -n 1 "$results/simulation.txt")
    found=$(number planted_found "$verdict")
    total=$(number planted_total "$verdict")
    if [[ -z $found || -z $total || $(number seeds "$verdict") != "$seeds" ]] || ((total == 0)); then
        echo "The simulation did not run to its end." >&2
        failed=$((failed + 1))
        return
    fi

    passed=$((passed + found))
    failed=$((failed + total - found))
    if ((status == 0)); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
}

# One number of a line of JSON; nothing when it is not there.
number() { grep -o "\"$1\":[0-9]*" <<<"$2" | grep -o '[0-9]*$' || true; }

if ! command -v dotnet >/dev/null; then
    echo "dotnet is missing. Install the .NET SDK that global.json names (https://dotnet.microsoft.com/download), and run ./test.sh again." >&2
    failed=1
    finish
fi

require "Debian packages" install_packages
require "Restore" dotnet restore CustomerTouchpoints.sln --locked-mode "${properties[@]}"
require "Format" check_format
require "Build" dotnet build CustomerTouchpoints.sln -c "$configuration" --no-restore -warnaserror -m:2 "${properties[@]}"

shopt -s nullglob
projects=(tests/*.Tests/)
if ((${#projects[@]} == 0)); then
    echo "There are no test projects under tests/." >&2
    failed=1
    finish
fi

# One after the other: the machine's cores belong to the tests that share them on purpose.
for project in "${projects[@]}"; do
    run_tests "${project%/}"
done

run_simulation "${SIMULATION_SEEDS:-1000}"

say "All tests"
finish
