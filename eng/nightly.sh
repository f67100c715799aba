#!/usr/bin/env bash
# What takes too long for every change, and is looked at each night. Each part prints its figures; one that runs no test has failed.
set -euo pipefail
cd "$(dirname "$0")/.."

# The tests of one project that a filter names, with what they print.
look() {
    local project=$1 filter=$2 log
    log=$(mktemp)
    dotnet test "$project" -c Release --filter "$filter" --logger "console;verbosity=detailed" | tee "$log"
    grep -q '^ *Passed: *[1-9]' "$log" || {
        echo "$filter: no test of $project has passed." >&2
        exit 1
    }
    rm "$log"
}

# A year of 1,000 orders a day: the file stays as large as what is kept, and a tombstone for each order.
RETENTION_DAYS=365 RETENTION_ORDERS=1000 look tests/CustomerTouchpoints.Sqlite.Tests "FullyQualifiedName~A_year_of_orders"

# Three hosts at one rate: how much of it they use where nothing else runs.
look tests/CustomerTouchpoints.PostgreSql.Tests "FullyQualifiedName~Three_hosts_never_exceed_a_rate"
