"""What a single line of a page's copy is, told by its form and by the words that pages use around articles.

No name of a site stands here: the vocabularies are what navigation, sharing, subscribing, crediting and
commenting are called anywhere in the English press.
"""

from __future__ import annotations

import re
from enum import Enum

ENDS = re.compile(r"[.!?…。！？؟।][\"”’'»)\]）」』]*(?:\s?\[\d+\])*$")
BULLET = re.compile(r"^(?:[*+•·▪◦●■‣]|o(?= [A-Z])|\d{1,2}\.(?= ))\s*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KANA = re.compile(r"[\u3041-\u309f]{2}")
_INNER_END = re.compile(r"[a-zа-яß]{2}[\"”’)]?[.!?][\"”’)]? [\"“‘(]?[A-ZА-ЯÄÖÜ]|[。！？]")
_TAIL = re.compile(
    r"^(?:related(?: (?:stories|articles|news|topics|posts|content|links|tags|video|coverage|reading|searches))?"
    r"|recent (?:stories|videos|posts|news|articles|comments)|(?:read|see|discover) (?:more|also|next)|more (?:from|on|in|about|news|"
    r"stories|great|to|coverage|like)|also (?:read|on|see)|(?:most|more) (?:read|popular|viewed|shared|recent|commented|watched)"
    r"|popular(?: (?:on|in|now|stories|posts|news|articles))?|trending(?: now| stories| on| news)?"
    r"|(?:you )?(?:may|might) (?:also )?(?:like|be interested)|you(?:['’]ll)? (?:may|might) (?:also )?like"
    r"|recommended(?: (?:for you|stories|reading|articles|videos))?|recommends|editor['’]?s['’]? picks?|top (?:stories|news|articles|videos|posts)"
    r"|latest (?:news|videos|stories|posts|articles|from|headlines|in)|what to read next|up next|don['’]t miss"
    r"|around the web|from the web|promoted(?: (?:links|stories|content))?|sponsored(?: (?:links|content|stories|by))?"
    r"|from our partners|external links|sources|references|featured (?:videos?|stories|articles|posts)|must reads?|in case you missed"
    r"|stories for you|upcoming events|other stories|further reading|keep reading|similar (?:stories|articles|posts)|post navigation"
    r"|previous (?:post|article|story)|next (?:post|article|story|up)|share this(?: (?:article|story|post|page))?:?|share on"
    r"|tags|filed under|topics|follow us|download (?:the )?app|newsletters?|sign up|about the author|(?:explore|browse) (?:more|related))"
    r"\b[^.]{0,40}$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^(?:[\d,]+ )?(?:(?:reader |user |show |view |load |read |all |hide |see )*comments?(?: \(?[\d+,]*\)?)?(?: section| policy)?"
    r"|responses?|replies)(?: \(\d+\))?:?$|^(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)\b"
    r"|^join the (?:conversation|discussion|debate)\b|^(?:view|start) the (?:discussion|conversation)\b"
    r"|^(?:be the first to|log in to|sign in to|please log in to) comment\b|^(?:[\d,]+|one|two|three|no) (?:thoughts?|responses?|replies|comments?) "
    r"(?:on|to)\b|^cancel reply\b|^have your say\b|\brequired to load the comments\b",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"^(?:share|tweet|e-?mail|e-?mail this|print|save|home|menu|search|subscribe(?: now)?|log ?in|sign in|register|advertisement|adverti[sz]ing"
    r"|ad|author|by|video icon|loading\W*|skip to .*|click here.*|image|photo|video|gallery|caption|close|open|back|next|previous|play"
    r"|facebook|twitter|reddit|pinterest|linkedin|whatsapp|flipboard|tumblr|telegram|messenger|instagram|youtube|google\+?|pocket|mix|line|viber"
    r"|copy (?:the )?link|link copied\W*|share permalink|comments?|\d+ ?(?:shares?|comments?|likes?|views?)|sharing is caring!?|\d+|share\b.{0,30} options\b.*"
    r"|share (?:on|via|to|with|the|your)\b.*|(?:view|see|show|click|tap|scroll|continue|swipe)\b.{0,40}|(?:hide|replay) caption"
    r"|play video|watch (?:now|live)|live|breaking(?: news)?|follow us:?|follow @.*|listen|min(?:ute)? read|\d+ min(?:ute)?s? read"
    r"|text size|font size|a[+-]|toggle .*|story continues.*|article continues.*|iklan|reklama|anzeige|publicidade|реклама"
    r"|get it|sponsored|promoted|\(?image(?: credit)?:.*|getty images|!\[.*\]\(.*\)|pic\.twitter\.com/\S+|[•|/,;:>»«<–—*_=#.+-]+)$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^(?:photos?|images?|pictures?|pic|video|illustration|graphic|credits?|image credits?|photo credits?|photograph(?:er|y|s)?|screenshot|source"
    r"|caption|above|pictured(?: above)?|file(?: photo)?|courtesy|фото)\b ?(?:by|courtesy(?: of)?|credit|via|from|of)?\s?[:|/©]"
    r"|^(?:photo|photograph|image|illustration|picture)s? (?:by|courtesy(?: of)?|via) (?-i:[A-Z@])",
    re.IGNORECASE,
)
_CREDIT_LAST = re.compile(
    r"\b(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy|ap photo|epa-efe|afp/getty|press association images|reuters/\w+"
    r"|file photo|image credit|photo credit|photo by|image by|image source|photo source"
    r"|via (?:ap|afp|getty|reuters|shutterstock))\b[^.]{0,60}[.)\]]*$"
    r"|\b(?:photo(?:graph)?s?|images?|pictures?|pic):[^.]{0,60}[.)\]]*$"
    r"|(?: / ?|/ )(?:AP|AFP|EPA|Reuters|Getty|NBC|Bloomberg)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r"(?:^|[.!?:] )(?:please |now |click (?:here )?to |you can )?(?:sign up\b|subscribe\b|follow (?:us|me)\b|follow @|click here|click on the"
    r"|join (?:our|the) (?:newsletter|mailing)|download (?:our|the .{0,20})\bapp|get (?:the|our|more|all|breaking|top|daily)\b.{0,40}"
    r"\b(?:newsletter|inbox|delivered|alerts?|app)\b|enter your e-?mail|like us on|register (?:now|for free|here))"
    r"|\bto subscribe, |\bclick here\b|\byour (?:e-?mail )?inbox\b|\bregistered trademarks? of\b|\bquotes delayed\b"
    r"|\bthis (?:article|story|post) is related to\b|\b(?:do|does|may|might) not necessarily reflect the (?:views|opinion|position)"
    r"|\b(?:views|opinions|this (?:article|story|post|piece|column|blog))\b.{0,160}\bnot (?:necessarily )?reflect (?:the|those) (?:views|opinions?|positions?|official|of)\b"
    r"|\bnot (?:necessarily )?reflect the (?:views|opinions?|positions?) of (?:the |our |its )?(?:publisher|editor|newspaper|magazine|website|site|owner)",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\bnewsletters?\b|\b(?:us(?:e|es|ing)|accept\w*|enabl\w+|disabl\w+|stor\w+|plac\w+|block\w*|set\w*) (?:of )?(?:[\w-]+,? ){0,3}cookies\b"
    r"|\bcookies? (?:policy|policies|settings?|notice|preferences)\b|\bjavascript\b|\bprivacy (?:policy|notice)\b"
    r"|\bterms (?:of (?:use|service)|and conditions)\b|\bad ?block(?:er|ing)?\b|\baffiliate commission\b"
    r"|\b(?:earn|receive|get)s? an? (?:small |affiliate )?commission\b|\bshare of the sale\b|\baffiliate links?\b"
    r"|\b(?:use|process|share|collect|store)s? your personal data\b|\b(?:your|withdraw|give) consent\b"
    r"|\b(?:our|trusted) third[- ]party\b|\bpersonali[sz]ed (?:ads|advertising|content)\b|\bsubscribe\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:we|our|you|your|this (?:web)?site|this page|the site)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”„«»]")
_RIGHTS = re.compile(
    r"\ball rights? reserved\b|©|\(c\) ?\d{4}|^copyright (?:©|by)|\bcopyright (?:©|\d{4})|\bmay not be (?:published,|reproduced|republished)",
    re.IGNORECASE,
)
BIO = re.compile(
    r"^(?:About )?(?:[A-Z][\w.’'-]+ ){1,4}(?:\(@\w+\) )?(?:is|has been|works|covers|writes|reports|serves|contributes|joined)\b.{0,60}?"
    r"\b(?:reporter|editor|writer|journalist|correspondent|columnist|contributor|author|blogger|freelance|fellow|producer|anchor|curator)\b"
    r"|^(?:reporting|writing|editing|additional reporting|reported|edited) (?:by|and editing)\b|^\W*(?:additional )?reporting by\b"
    r"|^(?:with|contributed) (?:reporting|by)\b|\bcontributed to this (?:report|story|article)\b|^follow (?:him|her|them)\b|\bon twitter:? @\w+"
)
_POINTER = re.compile(
    r"^\W*(?:read(?: more)?|related|also read|see also|more|watch(?: now)?|listen|must read|don['’]t miss|click|recommended|also|see|next)\s?[:|>»]",
    re.IGNORECASE,
)

# A line of a transcript or an interview, however short: "Q: When?", "MAYOR RUIZ: In June."
_SPOKEN = re.compile(
    r"^(?:Q|A|[A-Z][A-Z.’' -]{1,30}|(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}): \S"
)


class Kind(Enum):
    """What a line is."""

    PROSE = "prose"  # reads like sentences
    SHORT = "short"  # a subheading, an item of a list, a title: what it is, its neighbours tell
    NOISE = "noise"  # a button, a caption, a credit, a prompt: never the article's
    TAIL = "tail"  # heads a list of other stories
    TALK = "talk"  # begins the readers' comments


def length(line: str) -> int:
    """The number of words; two characters of Chinese, Japanese or Korean count as one."""
    return len(line.split()) + len(_CJK.findall(line)) // 2


def ends(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(ENDS.search(line))


def is_prose(line: str) -> bool:
    """Whether a line reads like sentences: it ends like one, or is too long to be anything else."""
    words = length(line)
    if ends(line):
        return words >= 5
    return words >= 40 or (words >= 12 and bool(_INNER_END.search(line))) or _runs_on(line, words)


def kind(line: str) -> Kind:
    """What a line is, as far as it tells by itself."""
    bare = BULLET.sub("", line).strip()
    words = length(bare)
    said = ends(bare) and words >= 4
    if _TALK.search(bare) and words <= 15 and not said:
        return Kind.TALK
    if not bare or (not said and (_CHROME.match(bare) or (words >= 6 and bare.isupper()))):
        return Kind.NOISE
    if _TAIL.match(bare) and words <= 8:
        return Kind.TAIL
    if _beside(bare, words):
        return Kind.NOISE
    return Kind.PROSE if is_prose(bare) or (_SPOKEN.match(bare) and ends(bare)) else Kind.SHORT


def _beside(line: str, words: int) -> bool:
    """Whether a line is a caption, a prompt, a pointer to another story or a note on rights."""
    return bool(
        (words <= 60 and _CREDIT.search(line))
        or (words <= 60 and not line.endswith((".", "!", "?")) and _CREDIT_LAST.search(line))
        or (words <= 45 and _PROMPT.search(line))
        or (words <= 60 and _OFFERED.search(line) and _ADDRESS.search(line) and not _QUOTED.search(line))
        or (words <= 80 and _RIGHTS.search(line))
        or (words <= 25 and _POINTER.match(line))
    )


def _runs_on(line: str, words: int) -> bool:
    """A long line without an end, most of whose words begin small: cut-off prose, not a row of titles."""
    if line.endswith("、") or (words >= 8 and _KANA.search(line)):
        return words >= 5
    if words < 20 and not (words >= 8 and line.endswith((":", ","))):
        return False
    pieces = line.split()
    return sum(piece[0].islower() for piece in pieces) * 2 >= len(pieces)
