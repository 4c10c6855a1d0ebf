"""What the words said do beside the cue: demand, promise, predict, or call something untrue.

"Said that N must resign" demands though "said" only asserts (PLOVER manual, 2024, on REQUEST); who
says "we will" of a deed promises it (Searle 1975, commissives).
"""

from __future__ import annotations

import itertools
import re

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.claims.commands import is_command
from histor.extract.events.ultimatums import is_time_given
from histor.extract.tokens import FINITE, NEGATIONS
from histor.records import ClaimAct

__all__ = ["UNTRUE", "act_in", "is_forecast", "not_so", "plea_in", "said_untrue"]

#: words by which a statement is called untrue
UNTRUE = (
    r"false|untrue|incorrect|inaccurate|baseless|unfounded|groundless|fabricat\w+|"
    r"disinformation|misinformation|fake(?: news)?|lies?|fiction|fantasy|nonsense|propaganda|"
    r"invent\w+|exaggerat\w+|overstated|inflated|overblown|"
    r"charade|sham|farce|smear|slander(?:ous)?|libel(?:lous)?|distortions?|myth|rubbish|"
    r"misleading|absurd|ridiculous|preposterous|ludicrous|laughable|far[- ]fetched|a hoax"
)
#: what a count of victims is called, which somebody may say is too high
_COUNT = r"number|toll|count|tally|estimate"
# each word with one mark behind it: marks in a row could be read in as many ways as there are
_CALLED_UNTRUE = re.compile(
    r"(?:(?:\b(?:as|absolutely|completely|totally|simply|utterly|entirely|a|an|pure|outright))?\W)*"
    rf"(?:{UNTRUE})(?:[”’\"'»]? (?:and|by|in|from|on) [^,.;:]{{1,40}})?\W*\Z",
    re.I,
)
#: a statement that is itself said to be untrue: "the allegation was a lie from beginning to end"
_IS_UNTRUE = re.compile(
    r"\W{0,3}(?:that\s)?(?P<what>(?:it|this|that)|"
    r"(?:the|this|that|these|those|such|all|any|his|her|its|their|\w+[’']s)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:claim|report|allegation|accusation|charge|suggestion|rumou?r|statement|account|version|"
    rf"figure|stor(?:y|ie)|news|video|footage|document|{_COUNT})s?(?:\s[^,.;:“”\"]{{2,60}})?)"
    r"(?:\s(?:is|are|was|were)|['’]s)\W{1,3}(?P<how>(?:[\w-]+\W{1,2}){0,4}?)"
    r"(?:false|untrue|incorrect|inaccurate|baseless|unfounded|groundless|fabricat\w+|"
    r"disinformation|misinformation|fake|lies?|fiction|nonsense|propaganda|invent\w+|"
    r"exaggerat\w+|inflated|misleading|hoax)\b",
    re.I,
)
#: and one of which it is said that it is not so: "this does not correspond to reality"
_IS_NOT_SO = re.compile(
    r"\W{0,3}(?:that\s)?(?P<what>(?:it|this|that|these|those)|(?:the|this|that|these|those|such|all|"
    r"any|his|her|its|their|\w+[’']s)\s(?:[\w’'-]+\s){0,2}?(?:claim|report|allegation|accusation|"
    r"charge|suggestion|rumou?r|statement|account|version|figure|stor(?:y|ie)|news|information)s?)"
    r"\s(?:(?:do|does|did)(?:\snot|n['’]t)\s(?:correspond\sto|match|reflect)\s(?:the\s)?(?:reality|"
    r"truth|facts)|(?:is|are|was|were)(?:\snot|n['’]t)\s(?:true|the\scase)|(?:has|have|had)\snothing"
    r"\sto\sdo\swith\s(?:the\s)?(?:reality|truth))\b",
    re.I,
)
_NOT_UNTRUE = re.compile(r"\b(?:not|never|no|hardly)\b|n['’]t\b", re.I)
#: letters at the end of what is said among which it is called untrue
_LAST = 300
#: and by which a deed is called wrong
_CALLED_WRONG = re.compile(
    r"\W(?:provocations?|atrocit(?:y|ies)|massacre|(?:war |state )?crimes?|aggression|outrage|"
    r"disgrace|"
    r"barbar(?:ic|ism|ity)|illegal|unlawful|unacceptable|unjustified|genocide|terrorism|murder|"
    r"acts? of (?:war|terror|terrorism|aggression|piracy|sabotage)|interference|violations?|"
    r"shameful|disgraceful|criminal|cowardly|irresponsible|reckless|unjustifiable|intolerable|"
    r"inexcusable|despicable|abhorrent|heinous|barbarous|outrageous)"
    r"(?:,? (?:and|but) [\w-]+)?(?: (?:of|in|against|on|by) [^,.;:]{2,60})?\W*\Z",
    re.I,
)
_CALLING = frozenset(
    ["call", "describe", "label", "brand", "term", "denounce", "dub", "qualify", "characterise",
     "characterize"]
)  # fmt: skip
_STATEMENTS = re.compile(
    r"\b(?:claim|report|allegation|accusation|charge|suggestion|rumou?r|statement|account|version|"
    r"figure|information|stor(?:y|ie)|news|video|footage|document|that|it|this|them)s?\b",
    re.I,
)
_MUST = frozenset(["must", "should"])
_WILL = frozenset(["will", "'ll", "’ll"])
_FIRST = frozenset(["i", "we"])
#: who says what will be, and does nothing towards it
_WATCHERS = re.compile(
    r"\b(?:experts?|analysts?|commentators?|observers?|pundits?|scholars?|professors?|historians?|"
    r"economists?|forecasters?|pollsters?|scientists?|columnists?|think tanks?|strategists?)\b",
    re.I,
)
_NOBODY = frozenset(["i", "we", "it", "this", "that"])
#: who may be told what to do, besides those whom the events' words name
_BOUND = frozenset(["authorities", "sides", "parties", "states", "countries", "leaders"])
#: pleas of an accused who has not done it
_PLEA, _NOT_GUILTY = (
    re.compile(r"(?:not\s+)?(?:guilty|innocent)\b", re.I),
    frozenset(["not", "innocent"]),
)
#: what one cannot promise
_NO_DEEDS = frozenset(
    "be have know see need want lose die miss remember suffer feel like think hope win "
    "become get wait mourn happen tell say explain".split()
)
#: what only another's answer grants: "wants to hear an explanation"
_HEARING = frozenset(["hear", "know", "learn"])
#: deeds of another that one wants: "wants the release of its crew"
_WANTED = frozenset(
    "release resignation withdrawal removal departure inquiry investigation apology extradition "
    "dismissal compensation retraction".split()
)
#: words that leave it open what is to be done, and verbs by which it is settled already
_OPEN = frozenset(["whether", "why", "how", "if", "what", "who", "when", "where", "which"])
_SETTLED = frozenset(["decide", "agree", "rule", "settle"])
_SUBJECTS = ("nsubj", "expl")
#: verbs of what somebody holds to be so, of what is to come too
_THINKING = frozenset("think believe reckon suppose guess bet suspect estimate".split())
#: verbs of telling somebody to do something
_BIDDING = frozenset(["tell", "advise"])


def act_in(content: Span, cue: Span | None, *, quoted: bool) -> ClaimAct | None:
    """Return the act that what is said performs by its grammar; none if it only tells something.

    Args:
        content: what is said.
        cue: the words of saying, which only assert.
        quoted: whether it stands in quotation marks, where "we" is who speaks.
    """
    if cue is not None and any(t.lemma_.lower() in _CALLING for t in cue):
        text = content.text
        untrue = _CALLED_UNTRUE.search(text, max(0, len(text) - _LAST))
        stated = untrue is not None and _STATEMENTS.search(text[: untrue.start() + 1])
        wrong = _CALLED_WRONG.search(text, max(0, len(text) - _LAST))
        return "deny" if stated else "condemn" if wrong else None
    if said_untrue(content.text) is not None:
        return "deny"
    said = cue[-1].lemma_.lower() if cue is not None else ""
    if cue is not None and said == "want":
        wanted = _is_wanted_of_another(content, cue) or content.root.lemma_.lower() in _WANTED
        wanted |= content[0].tag_ == "TO" and content.root.lemma_.lower() in _HEARING
        return "demand" if wanted else None
    if cue is not None and said == "give":
        return "demand" if is_time_given(cue[-1]) else None
    if said == "hold" and any(t.lower_ in {"responsible", "accountable"} for t in content):
        return "accuse"
    if said == "offer" and content[0].tag_ == "TO":
        return "promise"
    if said == "assure" and _is_ahead(content.root):
        return "promise"
    if cue is not None and said in _BIDDING and _is_told_to_do(content, cue):
        return "demand"  # "told its people to stay at home"
    if quoted and is_command(content):
        return "demand"
    verb = content.root
    if verb.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return None
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    subject = next((c for c in verb.children if c.dep_.startswith(_SUBJECTS)), None)
    if subject is None or not helpers or any(t.text == "." for t in _between(subject, verb)):
        return None
    if helpers & _MUST:
        if content[0].lower_ in _OPEN or (cue is not None and cue[-1].lemma_.lower() in _SETTLED):
            return None  # "whether N should resign"
        return "demand" if _is_demanded(verb, subject, helpers) else None
    if helpers & _WILL and subject.lower_ in _FIRST and quoted:
        negated = any(c.lower_ in NEGATIONS for c in verb.children)
        deed = verb.pos_ == "VERB" and verb.lemma_.lower() not in _NO_DEEDS
        return "promise" if deed and not negated else None
    if helpers & _WILL and subject.lower_ not in _FIRST and _has_condition(verb):
        return "predict"
    return None


def _between(subject: Token, verb: Token) -> Span:
    """Return the words from a subject to its verb; a full stop among them is a broken tree's."""
    return verb.doc[min(subject.i, verb.i) : verb.i]


def said_untrue(text: str) -> str | None:
    """Return the statement that words say is untrue: "[the report] is false from end to end"."""
    so = _IS_NOT_SO.match(text[:_LAST])
    if so is not None:
        return so["what"]
    found = _IS_UNTRUE.match(text[:_LAST])
    return None if found is None or _NOT_UNTRUE.search(found["how"]) else found["what"]


def not_so(text: str) -> bool:
    """Say whether words say of a statement that it is not so: "this does not match the facts"."""
    return _IS_NOT_SO.match(text[:_LAST]) is not None


def is_forecast(content: Span, source: str) -> bool:
    """Say whether somebody who only watches says what others will do: "Expert: X will attack Y".

    Args:
        content: what is said.
        source: the words that name who says it.
    """
    if not _WATCHERS.search(source):
        return False
    verb = content.root
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    ahead = any(c.lower_ in _WILL for c in verb.children if c.dep_.startswith("aux"))
    negated = any(c.lower_ in NEGATIONS for c in verb.children)
    return ahead and not negated and subject is not None and subject.lower_ not in _FIRST


def thinks_ahead(content: Span, cue: Span | None) -> bool:
    """Say whether somebody thinks that something will be: "thinks he will go", "I think he will".

    Args:
        content: what is said.
        cue: the words of saying.
    """
    verb = content.root
    thought = cue is not None and cue[-1].lemma_.lower() in _THINKING
    if cue is not None and cue.start <= verb.i < cue.end:  # "There will, he reckons, be more"
        verb = next((c for c in verb.children if c.dep_ == "ccomp"), verb)
    if not thought and verb.lemma_.lower() in _THINKING:
        mine = any(c.lower_ == "i" and c.dep_ == "nsubj" for c in verb.children)
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
        if not mine or clause is None or any(c.lower_ in NEGATIONS for c in verb.children):
            return False
        thought, verb = True, clause
    ahead = any(c.lower_ in _WILL for c in verb.children if c.dep_.startswith("aux"))
    return thought and ahead and not any(c.lower_ == "if" for c in verb.children)


def plea_in(content: Span, cue: Span | None) -> ClaimAct | None:
    """Return the act of what an accused pleads: "not guilty" denies; none of another's plea."""
    words = [t.lower_ for t in cue] if cue is not None else []
    if "innocent" in words or "guilty" in words:
        return "deny" if {"innocent", "not"} & set(words) else "assert"
    if not _PLEA.match(content.text):
        return None
    return "deny" if content[0].lower_ in _NOT_GUILTY else "assert"


def _is_told_to_do(content: Span, cue: Span) -> bool:
    """Say whether a content is what somebody is told to do: "to stay", "workers to stay"."""
    if content[0].lower_ == "to":
        return True
    asked = content[0].lower_ in _OPEN or content.root.tag_ in FINITE or _is_clause(content)
    return not asked and _is_wanted_of_another(content, cue)


def _is_clause(content: Span) -> bool:
    """Say whether a finite verb stands before "to": "he is due to speak" tells nobody to."""
    before = itertools.takewhile(lambda t: t.tag_ != "TO", content)
    return any(
        t.tag_ in FINITE and not (t.dep_.startswith("acl") or t.head.dep_.startswith("acl"))
        for t in before
    )


def _is_wanted_of_another(content: Span, cue: Span) -> bool:
    """Say whether somebody else is to do what is wanted: "wants | the army to leave"."""
    return any(
        t.tag_ == "TO"
        and t.i > content.start
        and t.head.dep_ in {"xcomp", "ccomp", "advcl"}
        and cue.start <= t.head.head.i < cue.end
        for t in content
    )


def _is_demanded(verb: Token, subject: Token, helpers: set[str]) -> bool:
    """Say whether it is said that somebody must do something: not that something must be so."""
    helper = next(c for c in verb.children if c.lower_ in _MUST)
    if "have" in helpers or _has_condition(verb) or helper.i < subject.left_edge.i:
        return False  # "should have known", "should the dam burst"
    there = subject.tag_ == "EX" or subject.lower_ == "there"
    if there:
        return True  # "there must be an inquiry"
    if verb.pos_ != "VERB" or any(c.dep_ == "cop" for c in verb.children):
        return False
    if subject.dep_.endswith("pass"):
        return "must" in helpers or not _has_time(verb)
    named = subject.lower_ in _BOUND or names_party(subject)
    return subject.lower_ not in _NOBODY and named


def _is_ahead(verb: Token) -> bool:
    """Say whether a clause tells of a deed to come: "troops will leave", "would be paid"."""
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    return bool(helpers & (_WILL | {"would"})) and verb.pos_ == "VERB" and not _has_condition(verb)


def _has_condition(verb: Token) -> bool:
    return any(
        c.dep_ == "advcl" and any(m.lower_ in {"if", "unless"} for m in c.children)
        for c in verb.children
    )


def _has_time(verb: Token) -> bool:
    """Say whether a clause tells by when: "should be finished by May" is an expectation."""
    return any(
        t.ent_type_ in {"DATE", "TIME"} or t.lower_ in {"soon", "shortly", "tomorrow"}
        for c in verb.children
        if c.dep_.startswith(("obl", "advmod"))
        for t in c.subtree
    )
