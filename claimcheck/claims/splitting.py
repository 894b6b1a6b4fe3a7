"""A compound claim → its facts, where the form of the sentence alone shows the joints.

A small model makes a sentence stand alone more often than it takes it apart. What can be taken apart by form is
done here: asides ("also called Y"), lists of three or more things, things after "such as", a second predicate
after "and", and a clause that "which" adds. Where the form leaves a doubt, the claim stays whole.
"""

from __future__ import annotations

import re

from claimcheck.exact import find_quantities

MOST_WORDS = 5  # words of one thing in a list
AUXILIARY = r"(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|does|do|did)"
_VERB = re.compile(rf"\b{AUXILIARY}\b|\b[a-z]{{3,}}(?:ed|es|[^su]s)\b")
_ASIDE = re.compile(
    r"^(?P<who>[^,;:]{2,70}), (?P<aside>(?:(?:also|formerly|commonly|better|sometimes) )?(?:known as|called|referred to as)"
    r" [^,;:]{2,60}), (?P<rest>.{8,})$"
)
_EXAMPLES = re.compile(
    r"^(?P<head>.{8,}?),? (?P<word>such as|including|like) (?P<list>[^;:()]+?)(?P<end>\.?)$"
)
_SECOND = re.compile(
    rf"^(?P<first>.+?),? and (?:(?:it|they|he|she) )?(?:also )?(?P<second>(?:{AUXILIARY} (?!not only)\w+|"
    r"[a-z]{3,}ed (?:on|in|as|to|at|by|from|with|for|the|a|an|his|her|its|their|into)\b).*)$"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been) [a-z]{3,}(?:ed|en)\b")
_WHICH = re.compile(rf"^(?P<main>.+?),? which (?P<more>(?:{AUXILIARY}|[a-z]{{3,}}(?:es|[^su]s|ed))\b.*)$")
_DESCRIBED = re.compile(
    r"^(?P<who>[^,;:]{2,60}?) (?P<is>is|are|was|were) (?P<what>(?:an?|the) [^,;:]{3,60}?)"
    rf"(?: (?P<pronoun>who|that|which) (?P<more>(?:{AUXILIARY}|[a-z]{{3,}}(?:es|[^su]s|ed))\b.*)"
    r"| (?P<made>(?!located)(?:[a-z]{3,}ed|found|written|made|built|held|led|run|known) (?:by|in|on|from|for|as|at|to|with|of)\b.*))$"
)
_CLAUSE = re.compile(
    r"\b(?:who|which|that|when|where|while|if|because|although|but|as|since|unless)\b|[;:“”\"]", re.IGNORECASE
)
_JOINT = re.compile(r",\s+(?:and |or )?|\s+(?:and|or)\s+")
_BEFORE_LIST = re.compile(
    r"\b(?:in|on|of|for|with|by|to|from|into|through|about|as|at|is|are|was|were|be|has|have|had|includes?|"
    r"including|contains?|like|produces?|uses?|sells?|carries|carry|needs?|offers?)\s+(?=\S)"
)
_DID = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3} (?:[a-z]+ly )?[a-z]{3,}ed (?=\S)")
_BEFORE_KIND = re.compile(
    r"\b(?:in|on|for|with|by|to|from|into|through|about|as|at|has|have|had|\w{3,}[^su]s|\w{3,}ed)\s+(?=\S)"
)
_TOGETHER = re.compile(
    r"\b(?:between|among|mixture|mix|blend|combination|total|sum|both|either|neither|consists?)\b"
)
_LEAD = re.compile(
    r"^(?:However|Therefore|Thus|Moreover|Furthermore|Additionally|In addition|For example|For instance|Also|"
    r"Overall|In fact|As a result|Consequently|On the other hand|In other words), +(?=\w)"
)
_COLON = re.compile(
    r"^(?P<what>[^:]{4,90}?) (?P<is>are|were|include|includes|included):\s*(?P<list>\S.*)$", re.DOTALL
)
_NUMBERED = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|[-•*])\s*")
_MAY = re.compile(r"\b(?:can|could|may|might)\b")
_NOT = re.compile(r"\b(?:not|never|no|without|nor)\b|n['’]t\b")
_PREPOSITION = re.compile(r"\b(?:in|on|for|with|by|to|from|into|through|at)\s+")
_NOUN = re.compile(r"(?:the|an?|its|his|her|their|this|that|these|those|various|several|many|[A-Z]\S*)\b")
_LAST = re.compile(r"(?:many )?(?:more|others)|so on|etc|the like")
_NO_THING = re.compile(r"(?:in|on|of|for|with|by|to|from|as|at)\b")


def parts(claim: str) -> list[str]:
    """The claim's facts as sentences of their own; the claim alone where its form shows none."""
    listed = enumerated(claim)
    if listed:
        return listed
    text = without_lead(" ".join(claim.split()))
    for cut in (_aside, _described, _which, _second, _examples, _listed):
        found = cut(text)
        if found:
            return [part for piece in found for part in parts(piece)]
    return [text]


def without_lead(text: str) -> str:
    """The text without "However," and the like before it."""
    lead = _LEAD.match(text)
    return text[lead.end()].upper() + text[lead.end() + 1 :] if lead else text


def enumerated(text: str) -> list[str]:
    """ "The mayors were: 1. A 2. B" → "A was one of the mayors.", …"""
    match = _COLON.match(text.strip())
    if match is None:
        return []
    numbered = [thing.strip(" \n,;.") for thing in _NUMBERED.split(match["list"]) if thing.strip(" \n,;.")]
    things = numbered if len(numbered) > 1 else _things(match["list"], least=2)
    if len(things) < 2 or any(len(thing.split()) > 2 * MOST_WORDS for thing in things):
        return []
    what = match["what"]
    what = what[0].lower() + what[1:] if re.match(r"(?:The|Its|Their|Some|Other)\b", what) else what
    verb = "was" if match["is"] in {"were", "included"} else "is"
    return [f"{thing} {verb} one of {what}." for thing in things]


def _aside(text: str) -> list[str]:
    """ "X, also called Y, is Z" → "X is also called Y." and "X is Z"."""
    match = _ASIDE.match(text)
    if match is None:
        return []
    plural = re.match(r"(?:are|were|have)\b", match["rest"])
    return [
        f"{match['who']} {'are' if plural else 'is'} {match['aside']}.",
        f"{match['who']} {match['rest']}",
    ]


def _second(text: str) -> list[str]:
    """ "X is A and was B" → "X is A." and "X was B"."""
    match = _SECOND.match(text)
    if match is None or _CLAUSE.search(match["first"]):
        return []
    if _PASSIVE.search(match["first"]) and not re.match(AUXILIARY, match["second"]):
        return []  # "X was found and moved to Y": it moved, or was moved
    subject = _subject(match["first"])
    if not subject or _VERB.search(match["first"], len(subject)) is None:
        return []
    return [match["first"].rstrip(",") + ".", f"{subject} {match['second']}"]


def _which(text: str) -> list[str]:
    """ "X is by the A of B, which are C" → "X is by the A of B." and "The A of B are C"."""
    match = _WHICH.match(text)
    if match is None or re.search(r"\b(?:it|they|them|its|their)\b", match["more"]):
        return []
    if not _VERB.search(match["main"]):
        return []  # "X, which was A, is B": the clause stands inside
    noun = _last_noun(match["main"])
    if not noun:
        return []
    return [match["main"].rstrip(",") + ".", f"{noun[0].upper()}{noun[1:]} {match['more']}"]


def _examples(text: str) -> list[str]:
    """ "X is used in many fields, such as B and C" → "X is used in many fields.", "X is used in B.", …"""
    match = _EXAMPLES.match(text)
    if match is None or (match["word"] == "like" and "," not in match["list"]):
        return []
    things = _things(match["list"], least=2)
    head = match["head"].rstrip(",")
    if not things or not _subject(head) or _CLAUSE.search(head):
        return []
    starts = [
        found.end()
        for found in _BEFORE_KIND.finditer(head)
        if len(head[found.end() :].split()) <= MOST_WORDS + 2
    ]
    frame = head[: starts[-1]] if starts else f"{head} such as "
    return [f"{head}.", *(f"{frame}{thing}." for thing in things)]


def _described(text: str) -> list[str]:
    """ "X is a Y that Z" → "X is a Y." and "X Z"; "X is a Y made of Z" → "X is a Y." and "X is made of Z"."""
    match = _DESCRIBED.match(text)
    if match is None or re.search(rf"\b{AUXILIARY}\b", match["what"]):
        return []
    verb = "" if match["pronoun"] else f"{match['is']} "
    return [
        f"{match['who']} {match['is']} {match['what']}.",
        f"{match['who']} {verb}{match['more'] or match['made']}",
    ]


def _listed(text: str) -> list[str]:
    """ "X has A, B and C." → a sentence for each of three or more things."""
    body = text.rstrip(".")
    comma = body.find(", ")
    if comma < 0 or re.search(r"[;:()\"“”]", body):
        return []
    did = _DID.match(body)
    starts = [did.end()] if did and did.end() < comma else []
    starts += [match.end() for match in _BEFORE_LIST.finditer(body, 0, comma)]
    if not starts or _CLAUSE.search(body, max(starts)):
        return []
    frame = body[: max(starts)]
    things = _things(body[len(frame) :], least=3)
    if not things or not _VERB.search(frame) or _TOGETHER.search(frame) or _NOT.search(frame):
        return []
    if re.search(r",? or ", body[len(frame) :]) and not _MAY.search(frame):
        return []
    return [f"{frame}{thing}." for thing in things]


def _things(text: str, least: int) -> list[str]:
    """The things of a list; none where it is not plainly one."""
    if least > 2 and not re.search(r"(?:,| )\s*(?:and|or) ", text):
        return []
    things = [thing.strip(" ,.") for thing in _JOINT.split(text)]
    things = things[:-1] if _LAST.fullmatch(things[-1]) else things
    short = all(thing and len(thing.split()) <= MOST_WORDS for thing in things)
    plain = not any(re.search(rf"\b{AUXILIARY}\b|\d{{4}}", t) or _NO_THING.match(t) for t in things)
    plain = plain and not any(
        _is_figure(thing) for thing in things
    )  # "aged nine, ten and 12" are three people
    return things if short and plain and len(things) >= least else []


def _is_figure(thing: str) -> bool:
    """Whether a thing of a list is a number and nothing else."""
    return any((m.start, m.end) == (0, len(thing)) for m in find_quantities(thing))


def _subject(text: str) -> str:
    """What stands before the first verb; "" where no verb is seen."""
    match = _VERB.search(text)
    return text[: match.start()].strip() if match and match.start() else ""


def _last_noun(text: str) -> str:
    """The noun phrase at the end of a clause, from the last preposition or determiner; "" where it is unclear."""
    places = [match.end() for match in _PREPOSITION.finditer(text)]
    if not places:
        return ""
    noun = text[places[-1] :].rstrip(",")
    short = _NOUN.match(noun) and len(noun.split()) <= 8
    return noun if short and not _VERB.search(noun) else ""
