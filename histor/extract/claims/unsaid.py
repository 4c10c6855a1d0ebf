"""Verbs of saying that tell of no saying: "did not say who", "asked not to be named"."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.tokens import NEGATIONS

__all__ = ["asks_not_to_be_named", "is_unsaid"]

#: what is not said where such a verb is negated; who does not "believe" or "deny" says so
_SAYINGS = frozenset(
    ["say", "tell", "comment", "respond", "reply", "answer", "name", "identify", "elaborate",
     "specify", "confirm", "disclose", "reveal", "explain", "mention", "announce", "publish",
     "release", "state", "provide", "give", "speak", "clarify", "detail", "indicate", "report",
     "describe"]
)  # fmt: skip
_REFUSALS = frozenset(["decline", "refuse"])
#: verbs of deeds that are no words
_DOING = frozenset(["weigh", "negotiate"])
#: of these, verbs that say nothing in the negative whatever verb follows
_ANSWERING = frozenset(["respond", "reply", "answer", "comment"])
#: what one asks for who would not be named, and words for oneself
_HIDDEN = frozenset(["anonymity"])
_UNNAMED = frozenset(["anonymous", "unnamed", "unidentified", "anonymity"])
_SELF = frozenset(["itself", "himself", "herself", "themselves", "oneself"])
_NEGATIONS = NEGATIONS | frozenset(["neither", "nor"])
_NOBODY = frozenset(["nobody", "none", "neither", "whatever", "whichever", "whoever"])
_ANYBODY = frozenset(["anyone", "anybody", "everyone", "one"])
_HARDLY = frozenset(["hardly", "scarcely", "barely"])
_EVERYBODY = frozenset(["everyone", "everybody", "all", "every", "many", "one"])
#: what one is given or not, of which nobody says that it is untrue: "was denied bail"
_GRANTED = frozenset(
    "access entry bail visa medicine medication treatment food water permission permit parole "
    "asylum passage care admission contact accreditation".split()
)
#: who speaks of saying in the first person says it: "we must condemn", "I would say"
_FIRST = frozenset(["i", "we", "us", "me"])
_MODALS = frozenset(
    ["would", "should", "could", "might", "may", "must", "can", "will", "shall", "'ll", "’ll",
     "'d", "’d", "ca", "wo"]
)  # fmt: skip
#: what a helper alone may stand before
_LIKELY = frozenset(
    ["likely", "unlikely", "certain", "sure", "clear", "unclear", "possible", "due", "set", "bound",
     "say", "believe", "think", "expect", "report", "know", "understand", "fear", "estimate",
     "allege", "feel", "hope", "suspect", "assume"]
)  # fmt: skip
_ASKED = frozenset(["whether", "if", "about", "by", "why", "how", "what", "when", "where", "who"])
#: conjunctions under which it is open whether anything is said
_OPEN = frozenset(["if", "whether", "unless"])
_HOLDING, _TIMES = (
    frozenset(["believe", "think", "feel", "consider"]),
    frozenset(["when", "whenever"]),
)
#: verbs of seeming, which say nothing
_SEEMING = frozenset(["appear", "seem", "try", "attempt", "look", "prepare"])
#: passive forms of what is foretold: "will be asked", "is to be announced"
_NAMED = frozenset(["name", "identify", "quote"])
#: verbs of what is put to somebody, and words under which it is
_SPOKEN_TO = frozenset(["ask", "tell", "question", "press", "quiz", "challenge"])
_WHEN = frozenset(["when", "while", "once", "if"])
#: what things do too, and endings of nouns for those who do something
_BODING = frozenset(["threaten", "promise"])
_DOERS = ("er", "or", "ist", "man", "ian")
#: words before a cue that may belong to its verb
_BEFORE = 4


_SILENCED = re.compile(
    r"(?:that\s)?(?:(?:he|she|they)|(?:his|her|their)\s(?:names?|identit(?:y|ies)))\s"
    r"(?:would\s)?(?:not\sbe\s(?:named|identified|used|published|disclosed)|be\swithheld)\b"
)
#: what somebody may give none of
_MATTER = frozenset(
    ["evidence", "proof", "detail", "comment", "explanation", "reason", "answer", "figure", "name",
     "date", "indication", "information", "reply", "response", "claim"]
)  # fmt: skip


def is_unsaid(cue: Span, source: Span | None, content: Span | None) -> bool:
    """Say whether a cue tells that nothing was said, or that something might be.

    Expects ``lemma_``, ``pos_`` and the tree.
    """
    verb = next((t for t in cue if t.pos_ == "VERB"), None)
    clause = content is not None and cue.doc[content.start].lower_ == "that"
    if not clause and any(t.lower_ == "no" and t.head.lemma_.lower() in _MATTER for t in cue):
        return True  # "gave no evidence for"
    known = any(t.lemma_.lower() in {"know", "clear", "unknown"} for t in cue)
    if known and source is None and any(t.lower_ in _NEGATIONS for t in cue):
        return True  # "it is not known who"
    if content is not None and _SILENCED.match(content.text):
        return True  # "spoke on condition that they not be identified"
    if any(t.lower_ in _HIDDEN for t in cue):
        return True  # "insisted on anonymity because they fear reprisals"
    if content is not None and _names_no_matter(verb, content):
        return True
    if cue[-1].lower_ == "guess" and source is not None and _is_nobody(source):
        return True
    if _says_nothing(cue, verb, source):
        return True
    if verb is None:
        return _is_bare_helper(cue)
    if any(c.dep_ == "mark" and c.lower_ in _OPEN for c in verb.children):
        return True
    if verb.lemma_.lower() in _HOLDING and any(c.lower_ in _TIMES for c in verb.children):
        return True  # "may ask for talks when it believes that"
    if _first_person(verb, source):
        return False
    if source is not None and _is_nobody(source) and not _is_one_of_them(verb, source):
        return True
    around = [*verb.doc[max(cue.sent.start, verb.i - _BEFORE) : verb.i], *cue]
    helpers = {t.i for t in verb.children if t.dep_.startswith(("aux", "advmod"))}
    lemmas = [t.lemma_.lower() for t in cue if t.pos_ == "VERB"]
    if lemmas and lemmas[-1] in _SEEMING:
        return True
    if _asks_for_silence(verb, source) or _is_spoken_to(verb) or _is_anybody_who(verb, source):
        return True
    if verb.lemma_.lower() in _BODING and source is not None and _is_thing(source.root):
        return True  # "a move that threatens to undo the pact"
    if any(lemma in _REFUSALS for lemma in lemmas):
        return lemmas[-1] in _SAYINGS or (content is not None and _speaks(content))
    own = [t for t in around if t.i in helpers or cue.start <= t.i < cue.end]
    silent = bool(lemmas) and (lemmas[-1] in _SAYINGS or lemmas[0] in _ANSWERING)
    if any(t.lower_ in _NEGATIONS for t in own) and silent:
        return True
    return any(t.lower_ in _MODALS and t.i < verb.i for t in own)


def _says_nothing(cue: Span, verb: Token | None, source: Span | None) -> bool:
    """Say whether a cue is a deed, a purpose or an order to speak, and reports no words.

    "With a view to", "negotiated the release", "a group calling itself N", "tell them that".
    """
    if cue.text.lower() == "view" and cue.end < len(cue.doc) and cue.doc[cue.end].lower_ == "to":
        return True
    if verb is None:
        return False
    lemma = verb.lemma_.lower()
    if lemma in _DOING:
        return True
    if lemma == "call" and cue.end < len(cue.doc) and cue.doc[cue.end].lower_ in _SELF:
        return True
    return source is None and _is_told_to(verb)


def _is_told_to(verb: Token) -> bool:
    """Say whether a sentence tells its reader to speak: "Third, tell them that", "do not say"."""
    while verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.i < verb.i:
        verb = verb.head
    helped = any(c.dep_.startswith(("nsubj", "aux", "expl")) for c in verb.children)
    return verb.dep_ == "root" and verb.tag_ == "VB" and not helped


def _names_no_matter(verb: Token | None, content: Span) -> bool:
    """Say whether a "content" is what one asks for, fears or calls oneself.

    "Insisted on anonymity", "feared losing his job", "calls itself the Grey Tide".
    """
    first, lemma = content[0], verb.lemma_.lower() if verb is not None else ""
    if any(t.lower_ in _HIDDEN for t in content[:2]):
        return True
    if lemma == "deny" and content.root.lemma_.lower() in _GRANTED:
        return not any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in content)
    own = first.lower_ in _SELF and not any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in content)
    return own or (lemma == "fear" and first.tag_ == "VBG")


def _speaks(content: Span) -> bool:
    """Say whether what is refused is to speak: "to comment", "to be named"."""
    opening = content[:3]
    verbs = [t for t in opening if t.pos_ == "VERB"]
    if content[0].lower_ != "to" or not verbs:
        return False
    deep = opening[-1].lower_ == "into" and any(t.lemma_.lower() == "detail" for t in content[:6])
    return verbs[0].lemma_.lower() in _SAYINGS or deep  # "to go into further detail"


def _is_bare_helper(cue: Span) -> bool:
    """Say whether a cue is "were" before what somebody may do; "is" before "likely" tells more."""
    helpers = all(t.pos_ in {"AUX", "PART", "ADV"} for t in cue)
    if not helpers or not any(t.pos_ == "AUX" for t in cue) or cue.end >= len(cue.doc):
        return False
    rest = [t for t in cue.doc[cue.end : cue.end + 3] if t.pos_ != "ADV"]
    return not rest or rest[0].lemma_.lower() not in _LIKELY


def _first_person(verb: Token, source: Span | None) -> bool:
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    words = [*subjects, *(source or ())]
    return any(t.lower_ in _FIRST for t in words)


def _is_nobody(source: Span) -> bool:
    first = source[0].lower_
    if first in _NOBODY or (first in _HARDLY and len(source) > 1 and source[1].pos_ == "PRON"):
        return True
    if first == "not" and len(source) > 1:  # "not everyone opposes it", but "not only the army"
        return source[1].lower_ in _EVERYBODY
    # "no one said" and "no party has claimed"; but "no less than three ministers said"
    return (first == "no" and len(source) == 2) or (
        first in _ANYBODY and (len(source) == 1 or source[1].tag_ == "POS")
    )


def _is_one_of_them(verb: Token, source: Span) -> bool:
    """Say whether "one" is one of those told of before: "three left; one said"."""
    return source.text.lower() == "one" and verb.tag_ == "VBD"


def asks_not_to_be_named(verb: Token) -> bool:
    """Say whether somebody only asks that his name be left out: "asked not to be identified"."""
    following = verb.doc[verb.i + 1 : verb.i + 5]
    if verb.lemma_.lower() in {"ask", "request"} and any(t.lower_ in _UNNAMED for t in following):
        return True  # "asks to stay anonymous"
    return (
        verb.lemma_.lower() in {"ask", "request"}
        and any(t.lemma_.lower() in _NAMED for t in following)
        and any(t.lower_ in _NEGATIONS for t in following)
    )


def _asks_for_silence(verb: Token, source: Span | None) -> bool:
    """Say whether somebody asks or is asked not to be named, or was asked a question."""
    lemma, doc = verb.lemma_.lower(), verb.doc
    following = doc[verb.i + 1 : verb.i + 5]
    if asks_not_to_be_named(verb):
        return True
    opens = verb.i == verb.sent.start or doc[verb.i - 1].text == ","
    asked_by = verb.lower_ == "asked" and following[:1].text.lower() == "by"
    unnamed = source is None or source.start > verb.i or _stands_apart(verb, source)
    unnamed = unnamed and following[:1].text.lower() in _ASKED
    return lemma == "ask" and opens and (unnamed or asked_by)


def _stands_apart(verb: Token, source: Span) -> bool:
    """Say whether a participle between commas tells what was put to a speaker: "N, asked about"."""
    behind = verb.doc[verb.i : verb.sent.end]
    comma = next((t.i for t in behind if t.text == ","), None)
    return comma is not None and source.end == verb.i - 1 and verb.doc[comma + 1].pos_ == "VERB"


def _is_anybody_who(verb: Token, source: Span | None) -> bool:
    """Say whether it is told of whoever says it: "harms those who reject its worldview"."""
    if source is None or source[0].lower_ != "who" or verb.tag_ not in {"VBP", "VBZ"}:
        return False
    before = verb.doc[source.start - 1] if source.start > 0 else None
    return before is not None and before.lower_ in _ANYBODY | {"those", "people", "all"}


def _is_spoken_to(verb: Token) -> bool:
    """Say whether a participle tells what was put to who speaks: "said when asked whether"."""
    if verb.lemma_.lower() not in _SPOKEN_TO or verb.tag_ not in {"VBN", "VBD"}:
        return False
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    own = any(c.dep_.startswith(("nsubj", "aux")) for c in verb.children)
    return not own and before is not None and before.lower_ in _WHEN


def _is_thing(head: Token) -> bool:
    """Say whether a noun names no party, and no people: "a move", "violence"."""
    return head.tag_ == "NN" and not names_party(head) and not head.lower_.endswith(_DOERS)
