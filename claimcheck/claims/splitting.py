"""A compound claim → its facts, where the form of the sentence alone shows the joints.

A small model makes a sentence stand alone more often than it takes it apart. What can be taken apart by form is
done here: asides ("also called Y"), lists of three or more things, things after "such as", a second predicate
after "and", and a clause that "which" adds. Where the form leaves a doubt, the claim stays whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from claimcheck.claims.lexicon import DONE, SAYS
from claimcheck.exact import find_dates, find_quantities
from claimcheck.language.negation import NOT

MOST_WORDS = 5  # words of one thing in a list
AUXILIARY = r"(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|does|do|did)"
DOES = rf"{AUXILIARY}|[a-z]{{2,}}ed|{DONE}"
"""What may be a verb that a sentence stands on, as a part of a pattern."""

_IRREGULAR = rf"(?:{DONE})"
_PAST = rf"(?!(?:beat|cut|hit|led|left|found|put|set|shed|shot|shut|thought)\b){_IRREGULAR}"  # no noun, nor the present as well
_OF_MANY = (  # in "fisheries compete", "the suspects range"
    r"(?:compete|eat|feed|live|grow|use|make|produce|need|hunt|affect|attract|sell|carry|contain|include|range)"
)
_VERB = re.compile(rf"\b{AUXILIARY}\b|\b[a-z]{{3,}}(?:ed|es|[^su]s)\b")
_ANY_VERB = re.compile(rf"{_VERB.pattern}|\b{_PAST}\b|(?<=[a-z]s )(?:[a-z]+ly )?{_OF_MANY}\b")
_TO_NOUN = re.compile(  # what stands before "talks" where it is a noun: "the talks", "for talks", "12 talks"
    r"(?:^|[,\d-]|\b(?:the|an?|his|her|its|their|these|those|some|many|several|other|all|most|both|two|of|to|for|in|on|at"
    r"|by|with|from|and|or))$",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(  # what follows it there: "talks of", "talks were", "local residents fled"
    rf"[,-]| (?:{AUXILIARY}|{_IRREGULAR}|[a-z]+ed|of|in|on|at|by|for|from|with|near|who|that|and|or)\b"
)
_FIRST_VERB = re.compile(rf"(?:{AUXILIARY}|{_IRREGULAR}|[a-z]{{3,}}(?:es|[^su]s|ed))\b")
_ITS_VERB = rf"(?:{AUXILIARY}\b|[a-z]{{3,}}ed\b|[a-z]{{3,}}(?:es|[^su]s)(?= (?:the|an?|its|when)\b|\.?$))"
_ASIDE = re.compile(
    r"^(?P<who>[^,;:]{2,70}), (?P<aside>(?:(?:also|formerly|commonly|better|sometimes) )?(?:known as|called|referred to as)"
    r" [^,;:]{2,60}), (?P<rest>.{8,})$"
)
_EXAMPLES = re.compile(
    r"^(?P<head>.{8,}?),? (?P<word>such as|including|like) (?P<list>[^;:()]+?)(?P<end>\.?)$"
)
_SECOND = re.compile(
    rf"^(?P<first>.+?),? and (?:also )?(?P<second>(?:{AUXILIARY} (?!not only)\w+|"
    r"[a-z]{3,}ed (?:on|in|as|to|at|by|from|with|for|the|a|an|his|her|its|their|into)\b).*)$"
)
_BE = r"\b(?:is|are|was|were|be|been|being)\b"
_BE_OR_HAVE = r"(?:is|are|was|were|be|been|being|has|have|had)"
_OWN_DOING = re.compile(  # what cannot be done to one: "was born in Lund and received his …"
    r"(?:participated|graduated|died|lived|worked|retired|resigned|emigrated|competed|collaborated|appeared|performed|remained) "
    r"|(?:received|attended|joined) (?:the|an?|his|her|its|their) "
)
_SAID_AND = re.compile(  # "has" after "said" is of what was said, where "was" may be of who said it
    r"^(?P<frame>[^,;:]{2,60} said (?:that )?(?:he|she|it|they)) (?P<is>has|have|is|are|will|can) (?P<first>.+?),? and (?P=is) (?P<second>.+)$"
)
_REPORTED = re.compile(  # behind such a verb another subject may follow: "police said the man left and …"
    rf"\b(?:{SAYS}|saying|report|suggest|alleg(?:ed|es)|believe[sd]?|think|thought|told|tells|fear(?:ed|s)?|found|ruled|heard"
    r"|saw|hope[sd]?|know|knew|knows|decided|show(?:ed|s)?|wrote|noted)\b"
)
_OF_THE_FIRST = re.compile(
    r"\b(?:him|them)\b"
)  # "lost ships and may not get them back": what the first part names
_DID_SO = re.compile(r"(?:did|does|do) (?:so|the same)\b")
_HALF = re.compile(r"(?:After|Before|When|While|As|Since|Because|Although|Though|If|Unless|Once|Until)\b")
_VERB_LATER = re.compile(rf", {AUXILIARY}\b")  # in "The strait, the swimmers crossed in July, is deep"
_MORE_DONE = re.compile(  # "sold ships, raised prices and …", "appeared in 1990, written and …"
    rf", (?:{_IRREGULAR}|[a-z]{{3,}}ed|written|made|built|drawn|taken|given|shown|known|seen)\b"
)
_NONE = re.compile(r"(?:No|Nobody|None|Nothing|Neither|Either|Few|Only|Not|Hardly)\b")
_OF_ALL_THAT = re.compile(  # ", which was a surprise": what the whole sentence says, and not its last noun
    r"(?:is|was) (?:an?|the|not|seen|welcomed|criti\w+|condemned|denied|confirmed|announced|reported|expected|described"
    r"|considered)\b|(?:will|would|can|could|may|might|must|did|does)\b|(?:has|had|have) [a-z]+ed\b"
)
_STAYS_SO = (  # of a thing, and not of all that the sentence says
    r"(?:speciali[sz]es|owns|operates|employs|manufactures|publishes|borders|represents|belongs to|consists of)"
)
_WHICH = re.compile(rf"^(?P<main>.+?),? which (?P<more>(?:{AUXILIARY}|{_STAYS_SO})\b.*)$")
_OPEN_END = re.compile(r"\b(?:of|in|on|at|by|for|from|with|to|under|over|during|after|through|and)$")
_DESCRIBED = re.compile(
    r"^(?P<who>[^,;:]{2,60}?) (?P<is>is|are|was|were) (?P<what>(?:an?|the) [^,;:]{3,60}?)"
    rf"(?: (?P<pronoun>who|that|which) (?P<more>{_ITS_VERB}.*)"
    r"| (?P<made>(?!located)(?:[a-z]{3,}ed|found|written|made|built|held|led|run|known) (?:by|in|on|from|for|as|at|to|with|of)\b.*))$"
)
_OF_ANOTHER = re.compile(r"\b(?:of|in|on|at|with|by|for|from|to|and|or|as)\b")
_THE_ONE = re.compile(r"the\b|an? (?:only|sole|first|last)\b")
_NOBODY = re.compile(r"(?:There|It|This|That|What|How|Who|So|At|In|On|Among)\b")
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
_NOT_A_KIND = re.compile(r"\s(?:[a-z]{2,}ing|and|or)\b")
_DOES = re.compile(  # what is no thing: "cut 2,000 jobs", "raised prices", "more careful"
    rf"(?:[a-z]+(?:ed|ing|ly)|\w+['’](?:m|re|ll|ve|d)|{_IRREGULAR}|more|after|before|because|including|toward\w*) "
    r"|(?!(?:all|both|even|half)\b)[a-z]+ (?:the|an?|his|her|its|their|your|our|my|\d\S*)\b"
)
_ABOUT = re.compile(r"\b(?:on|about|of|for) $")  # "on tax, the army and cutting aid"
_PERSON = re.compile(r"[a-z]+ [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+$")
_MANY = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:between|among|mixture|mix|blend|combination|total|sum|both|either|neither|only|sole|consists?)\b"
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
_NOT = re.compile(rf"\b(?:{NOT})\b|n['’]t\b")
_PREPOSITION = re.compile(r"\b(?:in|on|for|with|by|to|from|into|through|at)\s+")
_NOUN = re.compile(r"(?:the|an?|its|his|her|their|this|that|these|those|various|several|many|[A-Z]\S*)\b")
_ARTICLE = re.compile(r"(?:the|an?|[A-Z]\S*)\b")
_QUOTES = re.compile(r"[\"“”()]")
_IN_BRACKETS = re.compile(r" \([^()]*\)")
_LAST = re.compile(r"(?:many )?(?:more|others)|so on|etc|the like")
_NO_THING = re.compile(r"(?:in|on|of|for|with|by|to|from|as|at)\b")


def parts(claim: str) -> list[str]:
    """The claim's facts as sentences of their own; the claim alone where its form shows none."""
    listed = enumerated(claim)
    if listed:
        return listed
    text = without_lead(" ".join(claim.split()))
    if text.endswith("?"):
        return [text]
    for cut in (_aside, _described, _which, _said, _second, _examples, _listed):
        found = cut(text)
        if found and all(_closed(piece) for piece in found):
            return [part for piece in found for part in parts(piece)]
    return [text]


def _closed(text: str) -> bool:
    """Whether every quotation and bracket that the text opens ends in it."""
    marks = Counter(_QUOTES.findall(text))
    return marks['"'] % 2 == 0 and marks["“"] == marks["”"] and marks["("] == marks[")"]


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
    if match is None or subject(match["who"]) or not _FIRST_VERB.match(match["rest"]):
        return []  # "X has been on leave, also called furlough, and …"
    plural = re.match(r"(?:are|were|have)\b", match["rest"])
    return [
        f"{match['who']} {'are' if plural else 'is'} {match['aside']}.",
        f"{match['who']} {match['rest']}",
    ]


def _second(text: str) -> list[str]:
    """ "X is A and was B" → "X is A." and "X was B"."""
    match = _SECOND.match(text)
    if match is None:
        return []
    first, second = match["first"].rstrip(","), match["second"]
    if _CLAUSE.search(first) or _REPORTED.search(first) or _HALF.match(first) or _NONE.match(first):
        return []
    if _DID_SO.match(second) or _OF_THE_FIRST.search(second):
        return []
    verb = next(_verbs(first), None)
    if verb is None or not verb.start() or not _goes_on(first, verb, second):
        return []
    if _MORE_DONE.search(first, verb.end()) or ("," in first[: verb.start()] and _VERB_LATER.search(second)):
        return []
    return [f"{first}.", f"{first[: verb.start()].strip()} {second}"]


def _said(text: str) -> list[str]:
    """ "X said she has A and has B" → "X said she has A." and "X said she has B"."""
    match = _SAID_AND.match(text)
    if match is None or _CLAUSE.search(match["first"]) or _REPORTED.search(match["first"]):
        return []
    frame = f"{match['frame']} {match['is']}"
    return [f"{frame} {match['first']}.", f"{frame} {match['second']}"]


def _goes_on(first: str, verb: re.Match[str], second: str) -> bool:
    """Whether the subject of the first predicate is plainly that of the second, too."""
    helped = re.match(AUXILIARY + r"\b", second)
    if not helped and re.search(rf"\b{_BE_OR_HAVE}\b", first) and not _OWN_DOING.match(second):
        return False  # "X was found and moved to Y": it moved, or was moved
    if not helped and not first[verb.end() :].strip():
        return False  # "X searched and closed the shop": it searched the shop
    if verb.group().endswith("s") and not re.fullmatch(AUXILIARY, verb.group()):
        # Where the verbs disagree, the first is a plural noun.
        return bool(helped) and not re.match(r"(?:are|were|have|do)\b", second)
    return True


def _which(text: str) -> list[str]:
    """ "X is by the A of B, which are C" → "X is by the A of B." and "The A of B are C"."""
    match = _WHICH.match(text)
    if match is None or re.search(r"\b(?:it|they|them|its|their)\b|, ", match["more"]):
        return []
    main = match["main"].rstrip(",")
    if not _VERB.search(main) or _OF_ALL_THAT.match(match["more"]):
        return []  # "X, which was A, is B": the clause stands inside
    if _OPEN_END.search(main) or len(_PREPOSITION.findall(main)) > 1:
        return []  # "all of which"; "a fire at the mill on Friday, which was": the fire, or the mill
    noun = _last_noun(main)
    if not noun or re.match(r"an?\b", noun) or " and " in noun or find_dates(noun, None):
        return []
    if re.search(r"\bby$", main[: -len(noun)].rstrip()) and not re.match(r"the\b", noun):
        return []  # "was founded by Kari Moen, which": not she
    return [f"{main}.", f"{noun[0].upper()}{noun[1:]} {match['more']}"]


def _examples(text: str) -> list[str]:
    """ "X is used in many fields, such as B and C" → "X is used in many fields.", "X is used in B.", …"""
    match = _EXAMPLES.match(text)
    if match is None or (match["word"] == "like" and "," not in match["list"]):
        return []
    things = _things(match["list"], least=2)
    head = match["head"].rstrip(",")
    if not things or not subject(head) or _CLAUSE.search(head) or _counts(head):
        return []
    starts = [
        found.end()
        for found in _BEFORE_KIND.finditer(head)
        if len(head[found.end() :].split()) <= MOST_WORDS + 2
    ]
    if starts and _NOT_A_KIND.search(head, starts[-1]):
        return []  # "with choirs and artists such as Ana Ruiz"
    frame = head[: starts[-1]] if starts else f"{head} such as "
    if not subject(frame):
        return []
    return [f"{head}.", *(f"{frame}{thing}." for thing in things)]


def _described(text: str) -> list[str]:
    """ "X is a Y that Z" → "X is a Y." and "X Z"; "X is a Y made of Z" → "X is a Y." and "X is made of Z"."""
    match = _DESCRIBED.match(text)
    if match is None or re.search(rf"\b{AUXILIARY}\b", match["what"]):
        return []
    if _OF_ANOTHER.search(match["what"]) or _THE_ONE.match(match["what"]) or _NOBODY.match(match["who"]):
        return []  # "the son of a man who Z": the man; "the only Y who Z" is not the only Y
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
    if not things or not subject(frame) or _TOGETHER.search(frame) or _NOT.search(frame):
        return []
    nested = len(re.findall(r" (?:and|or) ", body[len(frame) :])) > 1  # "A, B and C boats, and D"
    nested = nested and not all(map(_PERSON.search, things))
    if nested or _counts(frame) or not _of_one_kind(frame, things):
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
    bare = [_IN_BRACKETS.sub("", thing) for thing in things]  # "Ada Brown (1971-1975)"
    plain = not any(re.search(rf"\b{AUXILIARY}\b|\d{{4}}", t) or _NO_THING.match(t) for t in bare)
    plain = plain and not any(
        _is_figure(thing) for thing in things
    )  # "aged nine, ten and 12" are three people
    return things if short and plain and len(things) >= least else []


def _counts(text: str) -> bool:
    """Whether a text has a figure, which is of all things of a list together: "killed 12 people in …"."""
    return bool(find_quantities(text) or _MANY.search(text))


def _of_one_kind(frame: str, things: list[str]) -> bool:
    """Whether the things can each stand in the place of the first.

    Not so "in Ohio, cut 2,000 jobs and …", "Lee, a doctor and …", "a business, cultural and … centre".
    """
    first, later = things[0], things[1:]
    about = re.match(r"[a-z]{3,}ing ", later[-1]) and _ABOUT.search(frame) and not re.search(_BE, frame)
    if any(_DOES.match(thing) for thing in (later[:-1] if about else later)):
        return False
    if any(re.match(r"both ", thing) for thing in things):
        return False
    if any(re.match(r"an? ", thing) for thing in later) and not re.match(r"an? ", first):
        return False
    if re.match(r"the [a-z]", first):
        return all(
            re.match(r"(?:the|an?) ", thing) for thing in later
        )  # "from the choir, Ana Ruiz and Li Na"
    if re.match(r"(?:the|an?) ", first) or frame.endswith(" to "):
        return all(_ARTICLE.match(thing) for thing in things)
    return True


def _is_figure(thing: str) -> bool:
    """Whether a thing of a list is a number and nothing else."""
    return any((m.start, m.end) == (0, len(thing)) for m in find_quantities(thing))


def _verbs(text: str) -> Iterator[re.Match[str]]:
    """What looks like a verb and does not stand where a noun does.

    "Injured" in "a man injured in Lund died" is none, where a verb follows; in "he worked in Lund" it is one.
    """
    found = list(_ANY_VERB.finditer(text))
    for place, match in enumerate(found):
        noun = _TO_NOUN.search(text[: match.start()].rstrip())
        of = _OF_NOUN.match(text, match.end())
        done = not match.group().endswith("s") and not any(map(_finite, found[place + 1 :]))
        if _finite(match) or not (noun or (of and not done)):
            yield match


def _finite(match: re.Match[str]) -> bool:
    return re.fullmatch(AUXILIARY, match.group()) is not None


def subject(text: str) -> str:
    """What stands before the first verb; "" where no verb is seen, or an adverb alone before it."""
    match = next(_verbs(text), None)
    subject = text[: match.start()].strip() if match else ""
    return "" if re.fullmatch(r"[A-Z][a-z]+ly", subject) else subject


def _last_noun(text: str) -> str:
    """The noun phrase at the end of a clause, from the last preposition or determiner; "" where it is unclear."""
    places = [match.end() for match in _PREPOSITION.finditer(text)]
    if not places:
        return ""
    noun = text[places[-1] :].rstrip(",")
    short = _NOUN.match(noun) and len(noun.split()) <= 8
    return noun if short and not _VERB.search(noun) else ""
