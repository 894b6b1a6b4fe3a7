"""A mail, or a page that a browser saved as one (.eml, .mht): its body, and what its head says."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from claimcheck.decoding import text_in

_FIELD = rb"[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
_HEAD = re.compile(rb"\A\s*(?:From [^\r\n]*\r?\n)?((?:" + _FIELD + rb")+)\r?\n")
_LARGEST_HEAD = 64 * 1024  # bytes
# What a broken field makes the parser raise; an IndexError is a LookupError.
_MALFORMED = (AttributeError, TypeError, ValueError, LookupError)
_SIGNATURE = re.compile(r"^-- \r?\n.*\Z", re.MULTILINE | re.DOTALL)  # RFC 3676, 4.3


@dataclass(frozen=True)
class Mail:
    """What a mail holds: its body in UTF-8, as text or HTML, and the subject and date of its head."""

    body: bytes
    subject: str = ""
    sent: datetime | None = None


def mail_in(data: bytes) -> Mail | None:
    """The mail that these bytes are, or None.

    A page that a browser saved has the day on which it was saved in its head, which says nothing of the article.
    """
    head = _HEAD.match(data[:_LARGEST_HEAD])
    if head is None or not _is_head(head[1]):
        return None
    message = message_from_bytes(data[head.start(1) :], policy=policy.default)
    body = _body(message) if isinstance(message, EmailMessage) else b""
    if b"<Saved by" in head[1]:
        return Mail(body=body)
    sent = None
    with suppress(*_MALFORMED):
        sent = message["Date"].datetime
    return Mail(body=body, subject=str(message["Subject"] or ""), sent=sent)


def _is_head(fields: bytes) -> bool:
    names = {line.split(b":", 1)[0].lower() for line in fields.splitlines() if b":" in line}
    return b"mime-version" in names or names >= {b"from", b"subject"}


def _body(message: EmailMessage) -> bytes:
    """The text, or the page where there is no text: the first part of its kind."""
    for kind in ("text/plain", "text/html"):
        for part in message.walk():
            if part.get_content_type() == kind and not part.is_attachment() and (text := _content(part)):
                return _SIGNATURE.sub("", text).encode() if kind == "text/plain" else text.encode()
    return b""


def _content(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    with suppress(*_MALFORMED):
        return data.decode(part.get_content_charset("utf-8")).strip()
    return (text_in(data) or "").strip()
