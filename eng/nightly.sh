#!/usr/bin/env bash
# What takes too long for every change, and is looked at each night. Each part prints its figures.
set -euo pipefail
cd "$(dirname "$0")/.."

# A year of 1,000 orders a day: the file stays as large as what is kept, and a tombstone for each order.
RETENTION_DAYS=365 RETENTION_ORDERS=1000 dotnet test tests/CustomerTouchpoints.Sqlite.Tests -c Release \
    --filter "FullyQualifiedName~A_year_of_orders" --logger "console;verbosity=detailed"
