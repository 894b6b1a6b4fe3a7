#!/usr/bin/env bash
# Records the cassettes anew from the embedded model. Minutes; the model is fetched if it is not there.
#
# tests/record.sh [example|rowing|zim|mediawiki]…   (default: all four)
# mediawiki needs Debian's packages, see tests/mediawiki/start.sh; it records the wiki's own cassette too.
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
wiki=""
trap '[ -z "$wiki" ] || kill "$wiki" 2>/dev/null; rm -rf "$work"' EXIT

record() { # name, references, article (default: the example): the article against them
    .venv/bin/claimcheck "${3:-examples/article.txt}" -r "$2" --no-meaning \
        --record "cassettes/pipeline/$1.yaml" --format json -o "$work/$1.json"
}

start_wiki() { # on the port that the tests name
    tests/mediawiki/start.sh 8642 "$work/wiki" 2>"$work/wiki.log" &
    wiki=$!
    for _ in $(seq 120); do
        grep -q '^ready:' "$work/wiki.log" && return
        kill -0 "$wiki" 2>/dev/null || break
        sleep 1
    done
    tail -n 5 "$work/wiki.log" >&2
    return 4
}

for what in "${@:-example rowing zim mediawiki}"; do
    for one in $what; do
        case "$one" in
            example) record example examples/references ;;
            rowing) record rowing tests/pipeline/rowing/references tests/pipeline/rowing/article.txt ;;
            zim)
                .venv/bin/python tests/mediawiki/zim.py "$work/notes.zim"
                record zim "$work/notes.zim"
                ;;
            mediawiki)
                start_wiki
                .venv/bin/python tests/mediawiki/record.py
                record mediawiki mediawiki+http://127.0.0.1:8642/api.php
                ;;
            *) echo "there is nothing to record by the name $one" >&2; exit 2 ;;
        esac
    done
done
