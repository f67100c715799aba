#!/usr/bin/env bash
# Takes the pictures of README anew, docs/images: a mail of samples/OrderStory and the explained timeline of the message that it is, both
# as the library makes them. It takes Chromium (apt-get install chromium) and the built sample: dotnet build samples/OrderStory -c Release.
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

# shoot NAME WIDTH HEIGHT [light|dark]: the picture of $work/NAME.html.
shoot() {
    local scheme=()
    [[ ${4:-light} != dark ]] || scheme=(--blink-settings=preferredColorScheme=0)
    chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 "${scheme[@]}" \
        --window-size="$2,$3" --screenshot="$PWD/docs/images/$1.png" "file://$work/$1.html" >"$work/chromium.txt" 2>&1
}

html_of "is on its way" >"$work/mail.html"
shoot mail 700 780

python3 - "$work/said.txt" >"$work/timeline.html" <<'PY'
import html, pathlib, sys
said = pathlib.Path(sys.argv[1]).read_text()
print("<body style='margin:0;background:#1f2126;color:#eceef1;font:14px/1.6 Menlo,Consolas,\"DejaVu Sans Mono\",monospace'>"
      f"<pre style='margin:0;padding:22px 26px;white-space:pre-wrap'>{html.escape(said)}</pre>")
PY
