#!/usr/bin/env python3
"""Takes the fences of test code out of src, once, and writes them as patches. To be removed when that is done.

    python3 eng/extract-planted.py          from the root of a tree that still has the fences; then eng/plant.sh --check

A fence is `#if PLANTED_BUGS` or `#if CRASH_POINTS`, up to `#endif` (`#else` is understood). What this does:

1. A file that is one fence from its first line to its last (Planted.cs, PlantedBug.cs, Crash.cs, CrashPoint.cs) goes to tests/Planted/Files.
2. From all others the fences go, with their content; what is left is formatted by CSharpier (a statement that stood under
   `if (!Planted.Is(...))` moves to the left).
3. For each bug and each crash point there is one patch in tests/Planted/Patches, named after it. Patches apply one after the other in the
   order of their names; each has the lines of the earlier ones in its context, so none needs fuzz. A fence with several statements for several
   bugs is taken apart; one statement that names several gives one patch with all their names, joined by `+`.

It rewrites the patches of all names that it finds in fences, leaves other patches alone, and says which. To run it on a merged tree, merge
the fences, not their removal: everything of this branch but its last commit. It takes a few seconds, and needs `dotnet tool restore`.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
files_out = root / "tests/Planted/Files"
patches_out = root / "tests/Planted/Patches"
begin = re.compile(r"^\s*#if (PLANTED_BUGS|CRASH_POINTS)\s*$")
name_in = re.compile(r"\b(PlantedBug|CrashPoint)\.(\w+)")


def names_of(lines):
    """The bugs or places that the lines name, in order, as ("PlantedBug", "SlotsLeak")."""
    return list(dict.fromkeys(name_in.findall("\n".join(lines))))


def statements(lines):
    """A fence's lines, taken apart where one statement for one bug ends and the next begins."""
    indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    parts, part = [], []
    for i, line in enumerate(lines):
        part.append(line)
        following = next((l for l in lines[i + 1 :] if l.strip()), "")
        ends = line == " " * indent + "}" or (line.startswith(" " * indent) and line.rstrip().endswith(";"))
        if ends and following.startswith(" " * indent + "if ("):
            parts.append(part)
            part = []
    parts.append(part)
    return parts if all(len(names_of(p)) == 1 for p in parts) else [lines]


def parse(path):
    """The file as pieces: (names, lines with the fence on, lines with it off); no names for what always stands."""
    pieces, plain, lines = [], [], path.read_text().split("\n")
    i = 0
    while i < len(lines):
        if not begin.match(lines[i]):
            plain.append(lines[i])
            i += 1
            continue
        pieces.append(([], plain, plain))
        plain, on, off, into = [], [], [], None
        into = on
        i += 1
        while lines[i].strip() != "#endif":
            if lines[i].strip() == "#else":
                into = off
            elif lines[i].lstrip().startswith("#if"):
                sys.exit(f"{path}:{i + 1}: a fence within a fence")
            else:
                into.append(lines[i])
            i += 1
        i += 1
        for part in [on] if off else statements(on):
            names = names_of(part)
            if not names:
                sys.exit(f"{path}:{i}: a fence that names nothing")
            pieces.append((names, part, off))
    pieces.append(([], plain, plain))
    return pieces


def text(pieces, active):
    lines = []
    for names, on, off in pieces:
        lines += on if not names or active.intersection(names) else off
    return "\n".join(lines)


def is_whole(path):
    lines = path.read_text().strip().split("\n")
    return begin.match(lines[0]) and lines[-1].strip() == "#endif" and sum("#endif" in line for line in lines) == 1


def tidy(source):
    """Parentheses that only the fence needed."""
    return re.sub(r"&& \((touchpoint\.Attempts == attempt)\)", r"&& \1", source)


sources = [p for p in sorted((root / "src").rglob("*.cs")) if not {"bin", "obj"} & set(p.relative_to(root).parts)]
fenced = [p for p in sources if any(begin.match(line) for line in p.read_text().split("\n"))]
whole = [p for p in fenced if is_whole(p)]
fenced = [p for p in fenced if p not in whole]
if not fenced and not whole:
    sys.exit("There are no fences in src.")

parsed = {path: parse(path) for path in fenced}

# Names that share a statement share a patch.
groups = []
for pieces in parsed.values():
    for names, _, _ in pieces:
        if names:
            joined = set(names).union(*(g for g in groups if g & set(names)))
            groups = [g for g in groups if not g & set(names)] + [joined]


def title(group):
    kind = min(group)[0]
    return kind + "." + "+".join(sorted(name for _, name in group))


order = sorted(groups, key=lambda group: title(group) + ".patch")

# Each file as it is before, between and after the patches that touch it, formatted in one go.
with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    for config in (".csharpierrc.json", ".editorconfig"):
        shutil.copy(root / config, work)
    states = {}
    for path, pieces in parsed.items():
        active = set()
        mine = [g for g in order if any(g.intersection(names) for names, _, _ in pieces)]
        for step, group in enumerate([None, *mine]):
            active |= group or set()
            target = work / f"{len(states)}.cs"
            target.write_text(text(pieces, active))
            states[path, step] = (title(group) if group else None, target)
    subprocess.run(["dotnet", "csharpier", "format", str(work)], cwd=root, check=True, stdout=subprocess.DEVNULL)
    states = {key: (name, tidy(target.read_text())) for key, (name, target) in states.items()}


def difference(before, after, relative):
    """What leads from one text to the other, as a unified diff; by git, which puts braces where people would."""
    with tempfile.TemporaryDirectory() as folder:
        a, b = pathlib.Path(folder, "a"), pathlib.Path(folder, "b")
        a.write_text(before)
        b.write_text(after)
        done = subprocess.run(
            ["git", "diff", "--no-index", "--no-color", "-U3", str(a), str(b)], capture_output=True, text=True, check=False
        )
    hunks = done.stdout[done.stdout.index("\n@@ ") + 1 :]
    hunks = re.sub(r"^(@@ [^@]+ @@).*$", r"\1", hunks, flags=re.M)
    return f"--- a/{relative}\n+++ b/{relative}\n{hunks}"


patches = {}
for (path, step), (name, source) in states.items():
    if name is None:
        path.write_text(source)
    else:
        patches.setdefault(name, "")
        patches[name] += difference(states[path, step - 1][1], source, path.relative_to(root).as_posix())

patches_out.mkdir(parents=True, exist_ok=True)
found = {name for group in order for _, name in group}
kept = []
for old in sorted(patches_out.glob("*.patch")):
    if found & set(old.name.removesuffix(".patch").split(".")[1].split("+")):
        old.unlink()
    else:
        kept.append(old.name)
for name, lines in patches.items():
    (patches_out / f"{name}.patch").write_text(lines)

for path in whole:
    target = files_out / path.relative_to(root)
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = path.read_text().strip().split("\n")[1:-1]
    if path.name == "Planted.cs":
        lines = [
            "using System.Runtime.CompilerServices;",
            "",
            '[assembly: InternalsVisibleTo("CustomerTouchpoints.Sqlite")]',
            "",
            *lines,
        ]
    target.write_text("\n".join(lines) + "\n")
    path.unlink()

print(f"{len(patches)} patches from {len(fenced)} files, {len(whole)} files moved to tests/Planted/Files.")
for name in kept:
    print(f"kept as it was: {name}")
for kind in ("PlantedBug", "CrashPoint"):
    listing = next(files_out.rglob(f"{kind}.cs"), None)
    values = re.findall(r"^    (\w+),$", listing.read_text(), re.M) if listing else []
    have = {n for p in patches_out.glob(f"{kind}.*.patch") for n in p.name.removesuffix(".patch").split(".")[1].split("+")}
    for value in values:
        if value not in have and value != "None":
            print(f"{kind}.{value} has no patch.")
    for value in sorted(have - set(values)):
        print(f"{kind}.{value} has a patch and no value.")
