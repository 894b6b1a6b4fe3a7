#!/usr/bin/env bash
# Sets up a virtual environment beside this file, and passes the checks and the tests. No key, no model.
set -euo pipefail
cd "$(dirname "$0")"
python3 -m venv .venv
.venv/bin/python -m pip install --quiet --upgrade pip
.venv/bin/python -m pip install --quiet --editable . --group dev
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy --strict claimcheck
.venv/bin/lint-imports
.venv/bin/python -m pytest "$@"
