"""Who did what nobody else is said to have done: "A beat B, who resigned" does not make A resign."""

from __future__ import annotations

import re

from claimcheck.claims.lexicon import PARTICIPLE
from claimcheck.claims.words import stems

_NAMES = r"(?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)"
_DID = r"(?P<did>(?!and\b|or\b|of\b|in\b|on\b|at\b|was\b|is\b|are\b|were\b|has\b|had\b|have\b|also\b|then\b|later\b)[a-z]{4,})"
_OWN_CLAUSE = re.compile(rf"\b(?:after|before|when|while|because|although|but) {_NAMES} {_DID}\b")
_WHO = re.compile(
    rf"\b(?!of |and |or |with |to |from |by |for |in |at |than |as |including |like )[a-z]+ {_NAMES}, who {_DID}\b"
)
_MAIN = re.compile(  # "As mayor, Holm leads the council": it is Holm who does, whoever else is mayor
    r"^(?:(?:As|In|On|At|By|Since|After|Before|During|For|From|Under)\b [^,;:]*, )?(?!(?:The|An?|It|He|She|They|We|I|You|This|That"
    r"|These|Those|There|Here|Both|All|Some|Many|Most|Few|No|None|Nobody|One|Two|Three|In|On|At|By|As|For|From|With|What|Who"
    rf"|When|While|Where|How|Why|After|Before|Since|Until|Once|Unless|If|Because|Although|Though|To|Only|Not|Then|Also|Now|Its|His|Her|Their|Our|My)\b){_NAMES} {_DID}\b"
)
_NTH = re.compile(  # "The eighth was found": whoever that is, a claim of another is not this sentence's
    r"The (?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= (?:is|was|has|had|will)\b)"
)
_CLAIM = re.compile(rf"{_NAMES} {_DID}\b")


_BE_DID = rf"(?P<did>(?:is|are|was|were|has been|have been|had been) (?:[a-z]+ly )?{PARTICIPLE})"
_WAS_MAIN = re.compile(_MAIN.pattern.replace(_DID, _BE_DID))
_WAS_CLAIM = re.compile(rf"{_NAMES} {_BE_DID}\b")
_BEHIND_ASIDE = rf"{_NAMES}, (?!who\b|which\b|and\b)[^,;]*\b(?:of|to|for|with|by|from|and) [^,;]*\b(?:%s), (?:who |which )?%s\b"


def another_did(claim: str, sentence: str) -> str:
    """Who did it in the sentence, where the claim says it of another whom the sentence names as well; else ""."""
    nth = _NTH.match(sentence)
    if nth and nth["which"] not in claim:
        return nth.group()
    was, told = _WAS_CLAIM.match(claim), _CLAIM.match(claim)
    if was:
        main = _in_the_main_clause(was, claim, _WAS_MAIN.search(sentence))
        return main or _behind_an_aside(was, sentence) or _in_the_next_clause(was, sentence)
    if told is None or len(re.findall(rf"\b{told['did']}\b", sentence)) != 1:
        return ""
    main = _in_the_main_clause(told, claim, _MAIN.search(sentence))
    return main or _behind_an_aside(told, sentence) or _in_a_clause_of_his_own(told, sentence)


def _in_a_clause_of_his_own(told: re.Match[str], sentence: str) -> str:
    """Who does it in a clause, if the sentence names the claim's doer elsewhere."""
    for match in (found for pattern in (_OWN_CLAUSE, _WHO) for found in pattern.finditer(sentence)):
        another = match["did"] == told["did"] and not stems(match["who"]) & stems(told["who"])
        if another and told["who"].split()[-1] in sentence[: match.start()] + sentence[match.end() :]:
            return match["who"]
    return ""


def _in_the_next_clause(was: re.Match[str], sentence: str) -> str:
    """Who it is in "Holm, who led the campaign of Berg, who was arrested": whoever stands right before the last "who"."""
    last, did = re.escape(was["who"].split()[-1]), re.escape(was["did"])
    found = re.search(rf"\b{last}\b[^,;]*, who [^,;]*\b{_NAMES}, who {did}\b", sentence)
    return found["who"] if found and not stems(found["who"]) & stems(was["who"]) else ""


def _in_the_main_clause(told: re.Match[str], claim: str, main: re.Match[str] | None) -> str:
    """Who does it where the sentence begins, if that is nobody whom the claim names."""
    if main is None or main["did"] != told["did"]:
        return ""
    return "" if stems(main["who"]) & stems(f"{told['who']} {claim[told.end() :]}") else main["who"]


def _behind_an_aside(told: re.Match[str], sentence: str) -> str:
    """Who does it where the claim's doer stands in what commas add: "Holm, brother of Ada Brown, was jailed"."""
    last = re.escape(told["who"].split()[-1])
    match = re.search(_BEHIND_ASIDE % (last, re.escape(told["did"])), sentence)
    return match["who"] if match and not stems(match["who"]) & stems(told["who"]) else ""
