#!/usr/bin/env bash
# Takes the pictures of README anew, docs/images: a mail of samples/OrderStory, and what the story says of a day, each fact with what came
# of it. It takes Chromium (apt-get install chromium) and the built sample: dotnet build samples/OrderStory -c Release.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet samples/OrderStory/bin/Release/net10.0/OrderStory.dll --out "$work/story" >"$work/said.txt"

# The HTML part of the first mail whose subject says what is asked for.
html_of() {
    python3 - "$work/story/mail" "$1" <<'PY'
import email, email.policy, pathlib, sys
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.eml")):
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    if sys.argv[2] in str(mail["Subject"]):
        print(mail.get_body(("html",)).get_content())
        break
else:
    sys.exit(f"No mail says {sys.argv[2]}.")
PY
}

# shoot NAME WIDTH HEIGHT: the picture of $work/NAME.html.
shoot() {
    chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
        --window-size="$2,$3" --screenshot="$PWD/docs/images/$1.png" "file://$work/$1.html" >"$work/chromium.txt" 2>&1
}

html_of "is on its way" >"$work/mail.html"
shoot mail 700 780

# A day of the story, and the first of what was not told: each with its reason.
python3 - "$work/said.txt" >"$work/timeline.html" <<'PY'
import html, pathlib, re, sys
said = pathlib.Path(sys.argv[1]).read_text()
day = re.search(r"^Wed 14 Oct.*?(?=^Thu )", said, re.S | re.M).group()
held = re.search(r"^ +Not told, and why.*?(?=^ +Facts that)", said, re.S | re.M).group().split("\n")[:14]
text = day + "\n" + "\n".join(line.rstrip() for line in held)
print("<meta charset='utf-8'><body style='margin:0;background:#1f2126;color:#eceef1;font:13px/1.55 \"DejaVu Sans Mono\",Menlo,Consolas,monospace'>"
      f"<pre style='margin:0;padding:20px 24px'>{html.escape(text)}</pre>")
PY
shoot timeline 900 660
