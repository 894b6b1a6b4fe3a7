"""A source of one's own: the articles of a newsroom's SQLite archive, by its full-text index.

Any class with `name`, `search` and `status` is a source. This one is found as `-r newsroom` once the package is
installed (pip install ./examples/own_source), by the entry point in pyproject.toml. NEWSROOM_DB names the file,
with a table `articles(title, published, url, text)` made by `CREATE VIRTUAL TABLE articles USING fts5(…)`.
"""

import os
import sqlite3
from datetime import date

from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.evidence import Query

ASKED = "SELECT rowid, * FROM articles WHERE articles MATCH ? AND published <= ? ORDER BY rank LIMIT ?"


class NewsroomArchive:
    name = "newsroom"

    def search(self, query: Query, limit: int) -> SourceAnswer:
        words = " OR ".join(f'"{word}"' for word in query.text.replace('"', " ").split())
        try:
            with sqlite3.connect(f"file:{os.environ['NEWSROOM_DB']}?mode=ro", uri=True) as archive:
                rows = archive.execute(ASKED, (words, str(query.before or "9999"), limit)).fetchall()
        except (KeyError, sqlite3.Error) as error:  # a failure is an answer that says so in one line
            return SourceAnswer(source=self.name, failure=f"the archive cannot be read: {error}")
        passages = [
            Passage(id=f"newsroom-{row}", text=text, source=self.name, title=title, url=url, publisher="Our newsroom",
                    published=date.fromisoformat(day))
            for row, title, day, url, text in rows
        ]  # fmt: skip
        return SourceAnswer(source=self.name, passages=tuple(passages))

    def status(self) -> SourceStatus:
        failure = self.search(Query(text="the"), 1).failure
        return SourceStatus(name=self.name, kind="newsroom archive", failure=failure)
