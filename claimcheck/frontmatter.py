"""What a text says of itself in its first lines, between two rules, as Jekyll and Hugo have it."""

from __future__ import annotations

import re
from typing import Any

FRONT = re.compile(r"\A---[ \t]*\n(?P<head>.*?)\n?^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def front_matter(head: str) -> tuple[dict[str, Any], str]:
    """The keys of a front matter, and a note where it is not YAML: then its plain lines are taken."""
    import yaml

    try:
        found = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: a date such as 2024-02-31
        return dict(_LINE.findall(head)), "its front matter is not valid YAML; its lines were read one by one"
    if isinstance(found, dict):
        return found, ""
    return {}, ""
