"""What sources answered is kept for a run: resumed, it sees the evidence that it had seen."""

from __future__ import annotations

from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.evidence import Query, Source, is_at_hand
from claimcheck.evidence.independence import knows_documents
from claimcheck.lm.kept import KeptAnswers, key_of


class KeptSource:
    """A source whose answers are kept for one run; a failure is not, nor what a folder on this machine gives."""

    def __init__(self, source: Source, kept: KeptAnswers, run: str) -> None:
        self.name, self._source, self._kept, self._run = source.name, source, kept, run
        self.at_hand = is_at_hand(source)

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """See `Source.search`."""
        if self.at_hand:
            return self._source.search(query, limit)
        key = key_of(f"source {self.name}", [self._run, query.model_dump(mode="json"), limit])
        known = self._kept.get(key)
        if known is not None:
            return SourceAnswer.model_validate(known)
        answer = self._source.search(query, limit)
        if not answer.failure:
            self._kept.put(key, answer.model_dump(mode="json"))
        return answer

    def status(self) -> SourceStatus:
        """See `Source.status`."""
        return self._source.status()

    def document_of(self, passage: Passage) -> str:
        """See `KnowsDocuments`; "" where the source does not."""
        if not knows_documents(self._source):
            return ""
        if self.at_hand:
            return self._source.document_of(passage)
        key = key_of(f"document {self.name}", [self._run, passage.id])
        known = self._kept.get(key)
        if known is None:
            known = self._source.document_of(passage)
            self._kept.put(key, known)
        return str(known)
