#!/usr/bin/env bash
# Sets up a virtual environment beside this file, fetches the embedded model (1.1 GB, once), and checks an
# article: the one in examples/, or the arguments given.
set -euo pipefail
cd "$(dirname "$0")"
python3 -m venv .venv
.venv/bin/python -m pip install --quiet --upgrade pip
.venv/bin/python -m pip install --quiet --editable .
[ $# -gt 0 ] || set -- examples/article.txt -r examples/references
exec .venv/bin/claimcheck "$@"
