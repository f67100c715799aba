#!/usr/bin/env bash
# Plants the bugs and the places to die at of tests/Planted in a copy of the source, artifacts/planted, which the simulation and the crash
# tests build and run. What ships is built from src, which knows nothing of them.
#
#   eng/plant.sh                     makes the copy anew, if anything has changed: the source, then tests/Planted/Files over it, then each of
#                                    tests/Planted/Patches in the order of their names. One that does not apply is named, and nothing is built.
#   eng/plant.sh PROJECT             and builds that test project of the copy: eng/plant.sh CustomerTouchpoints.Simulation
#   eng/plant.sh --check             says which patches do not apply to the source, and builds nothing.
#   eng/plant.sh --take NAME         writes what was changed by hand in the copy's src as a new patch: --take PlantedBug.SlotsLeak
set -euo pipefail
cd "$(dirname "$0")/.."

export LC_ALL=C DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
root=$(pwd -P)
patches=tests/Planted/Patches
copied=(
    Directory.Build.props Directory.Packages.props BannedSymbols.txt README.md
    src/CustomerTouchpoints src/CustomerTouchpoints.Email src/CustomerTouchpoints.Http src/CustomerTouchpoints.Sqlite src/CustomerTouchpoints.Testing
    tests/CustomerTouchpoints.Simulation tests/CustomerTouchpoints.CrashHost
)

# One hash of everything that the copy is made of.
fingerprint() {
    find eng/plant.sh tests/Planted "${copied[@]}" -type d \( -name bin -o -name obj \) -prune -o -type f -print0 |
        sort -z | xargs -0 sha256sum | sha256sum
}

# Copies the source, with its times, so that what was built of it before stays built. Then plants in it.
plant() {
    local copy=$1 failed=() patch
    tar -cf - --exclude=bin --exclude=obj "${copied[@]}" | tar -xpf - -C "$copy"
    cp -R tests/Planted/Files/. "$copy/"
    for patch in "$patches"/*.patch; do
        # Outside of any repository, in which git would look for the paths.
        (cd "$copy" && GIT_CEILING_DIRECTORIES=$(dirname "$(pwd -P)") git apply --whitespace=nowarn "$root/$patch") || failed+=("$patch")
    done
    ((${#failed[@]} == 0)) || {
        printf '%s does not apply to the source any more. docs/testing.md says how to write it again.\n' "${failed[@]}" >&2
        return 1
    }
}

check() {
    local copy status=0
    copy=$(mktemp -d)
    plant "$copy" || status=$?
    rm -rf "$copy"
    return "$status"
}

# Makes the copy, unless it is there already. One at a time: several may want it at once.
copy=artifacts/planted
make_copy() {
    local now
    now=$(fingerprint)
    [[ $(cat "$copy/fingerprint" 2>/dev/null) != "$now" ]] || return 0
    rm -f "$copy/fingerprint"
    find "$copy" -type d \( -name bin -o -name obj \) -prune -o -type f -print0 | xargs -0 rm -f
    plant "$copy"
    mkdir -p "$copy/untouched"
    tar -cf - -C "$copy" --exclude=bin --exclude=obj src | tar -xpf - -C "$copy/untouched"
    echo "$now" >"$copy/fingerprint"
}

build() {
    local project=$copy/tests/$1
    cmp -s "$copy/fingerprint" "$project/obj/fingerprint" && return 0
    dotnet build "$project" -c Release -v quiet -nologo -p:RunAnalyzers=false -p:RestoreLockedMode=true -p:NuGetAudit=false
    cp "$copy/fingerprint" "$project/obj/fingerprint"
}

take() {
    local patch=$patches/$1.patch edited=$copy/edited
    rm -rf "$edited"
    mkdir "$edited"
    tar -cf - -C "$copy" --exclude=bin --exclude=obj src | tar -xpf - -C "$edited"
    # Its code is 1 when there are differences.
    (cd "$copy" && git diff --no-index --no-color --no-renames --src-prefix= --dst-prefix= untouched/src edited/src || true) |
        sed -E -e '/^(diff --git|index) /d' -e 's|^--- untouched/|--- a/|' -e 's|^\+\+\+ edited/|+++ b/|' -e 's|^(@@ [^@]+ @@).*|\1|' >"$patch"
    rm -rf "$edited"
    [[ -s $patch ]] || {
        rm "$patch"
        echo "$copy/src is as the patches have made it: there is nothing to take." >&2
        return 1
    }
    check
}

if [[ ${1:-} == --check ]]; then
    check
    exit
fi

mkdir -p "$copy"
exec 9>"$copy.lock"
flock 9
if [[ ${1:-} == --take ]]; then
    take "$2"
    exit
fi

make_copy
[[ $# -eq 0 ]] || build "$1"
