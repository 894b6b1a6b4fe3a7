"""How fast every form renders, and how large it is: `python benchmarks/report_forms.py [REPORT.json] [claims]`.

The report, the recorded example's unless another is named, is repeated until it has that many claims
(500 unless told), with its article, evidence and ledger; each claim is given a person's decision too. The
time is of a process of its own, so that it has the loading of what the form needs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.domain import Decision, Report
from claimcheck.reports import forms
from claimcheck.reports.json import parse, render

ROOT = Path(__file__).resolve().parents[1]


def repeated(report: Report, wanted: int) -> Report:
    """The report with its article, claims and ledger repeated until it has `wanted` claims."""
    article, gap = report.article, "\n\n"
    sentences, claims, verdicts, ledger = [], [], [], []
    step = len(article.text) + len(gap)
    copies = -(-wanted // len(report.claims))
    for i in range(copies):
        by = {"start": i * step, "index": i * len(article.sentences)}
        for s in article.sentences:
            moved = {
                "start": s.start + by["start"],
                "end": s.end + by["start"],
                "index": s.index + by["index"],
            }
            sentences.append(s.model_copy(update=moved))
        for claim, verdict in zip(report.claims, report.verdicts, strict=True):
            spans = tuple(
                s.model_copy(update={"start": s.start + by["start"], "end": s.end + by["start"]})
                for s in claim.spans
            )
            name = f"c{len(claims) + 1}"
            claims.append(claim.model_copy(update={"id": name, "spans": spans}))
            verdicts.append(verdict.model_copy(update={"claim": name}))
        ledger += [e.model_copy(update={"sentence": e.sentence + by["index"]}) for e in report.ledger]
    text = gap.join([article.text] * copies)
    at = datetime(2024, 2, 10, tzinfo=UTC)
    whole = article.model_copy(update={"text": text, "sentences": tuple(sentences), "lines": ()})
    return report.model_copy(
        update={
            "article": whole,
            "claims": tuple(claims[:wanted]),
            "verdicts": tuple(verdicts[:wanted]),
            "ledger": tuple(ledger),
            "decisions": tuple(
                Decision(claim=v.claim, label=v.label, by="A. Ruiz", at=at, reason="read")
                for v in verdicts[:wanted]
            ),
        }
    )


def example(folder: Path) -> Path:
    """The recorded example's report, replayed."""
    made = folder / "example.json"
    arguments = ["examples/article.txt", "-r", "examples/references"]
    replay = ["--replay", "cassettes/pipeline/example.yaml", "-o", str(made)]
    subprocess.run([sys.executable, "-m", "claimcheck.cli", *arguments, *replay], cwd=ROOT, check=True)
    return made


def main() -> None:
    """Prints seconds and size for each form."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = Path(sys.argv[1]) if len(sys.argv) > 1 else example(folder)
        report = repeated(parse(source.read_text(encoding="utf-8")), int((sys.argv[2:] or ["500"])[0]))
        large = folder / "large.json"
        large.write_text(render(report), encoding="utf-8")
        print(f"{len(report.claims)} claims, {large.stat().st_size / 1e6:.1f} MB of JSON")
        for form in forms():
            begun = time.perf_counter()
            command = [sys.executable, "-m", "claimcheck.cli", "render", str(large), "--format", form]
            done = subprocess.run(
                [*command, "--page", "https://example.org/check"], capture_output=True, check=True, cwd=folder
            )
            taken = time.perf_counter() - begun
            print(f"{form:12} {taken:5.2f} s {len(done.stdout) / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
