#!/usr/bin/env bash
# Draws docs/report.svg from the recorded example run.
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(mktemp)
.venv/bin/claimcheck examples/article.txt -r examples/references \
    --replay cassettes/pipeline/example.yaml --format json -o "$report"
.venv/bin/python -c 'import sys, pathlib
from claimcheck.reports.json import parse
from claimcheck.reports.picture import save_svg
save_svg(parse(pathlib.Path(sys.argv[1]).read_text()), pathlib.Path("docs/report.svg"))' "$report"
