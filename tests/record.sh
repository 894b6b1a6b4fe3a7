#!/usr/bin/env bash
# Records the cassettes anew from the embedded model. Minutes; the model is fetched if it is not there.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/claimcheck examples/article.txt -r examples/references \
    --record cassettes/pipeline/example.yaml --format json -o "${TMPDIR:-/tmp}/claimcheck-example.json"
