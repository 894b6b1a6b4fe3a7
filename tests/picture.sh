#!/usr/bin/env bash
# Draws docs/report.svg and docs/review.svg from the recorded example run.
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(mktemp)
.venv/bin/claimcheck examples/article.txt -r examples/references \
    --replay cassettes/pipeline/example.yaml --format json -o "$report"
.venv/bin/python -c 'import sys, pathlib
from claimcheck.reports.json import parse
from claimcheck.reports import picture
from claimcheck.reviews import picture as review
report = parse(pathlib.Path(sys.argv[1]).read_text())
picture.save_svg(report, pathlib.Path("docs/report.svg"))
keys = ["a", "down", "a", "down", "a", "down", "a", "down", "a", "down"]
review.save_svg(report, pathlib.Path("docs/review.svg"), keys=keys)' "$report"
