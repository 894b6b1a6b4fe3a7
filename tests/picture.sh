#!/usr/bin/env bash
# Draws docs/report.svg and docs/review.svg, and with Chromium on the machine docs/report-page.png, from the recorded example run.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
.venv/bin/claimcheck examples/article.txt -r examples/references \
    --replay cassettes/pipeline/example.yaml -o "$folder/report.json" -o "$folder/report.html"
.venv/bin/python -c 'import sys, pathlib
from claimcheck.reports.json import parse
from claimcheck.reports import picture
from claimcheck.reviews import picture as review
report = parse(pathlib.Path(sys.argv[1]).read_text())
picture.save_svg(report, pathlib.Path("docs/report.svg"))
keys = ["a", "down", "a", "down", "a", "down", "a", "down", "a", "down"]
review.save_svg(report, pathlib.Path("docs/review.svg"), keys=keys)' "$folder/report.json"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "no Chromium: docs/report-page.png was left as it is" >&2
    exit 0
}
"$browser" --headless --no-sandbox --hide-scrollbars --window-size=1280,1000 \
    --screenshot=docs/report-page.png "file://$folder/report.html" 2>/dev/null
