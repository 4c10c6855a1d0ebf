"""Who is blamed, hailed or thought to do something does not say so: whose words a passive leaves.

"Director slammed for likening …", "a man accused of arson", "the law is believed to have …": the
one before the verb is whom it is about, and only "by" tells who says it.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.tokens import prepositions

__all__ = ["without_judged"]

#: verbs by which somebody is judged, and by which something is thought of him
_JUDGING = frozenset(
    "accuse blame slam criticise criticize condemn denounce hail praise laud commend fault charge "
    "rebuke lambast lambaste berate chide deride mock vilify acclaim suspect ridicule".split()
)
_THINKING = frozenset(
    "believe think expect consider know fear allege report see suspect say".split()
)
_TELLING = frozenset("tell inform assure remind warn notify".split())
_ASKING = frozenset("ask urge tell order beg press invite".split())
#: words behind such a verb where nobody is its object
_WITHOUT_OBJECT = frozenset(["for", "of", "over", "as", "by", "with"])
_HAVING = frozenset(["has", "have", "had", "having", "'ve", "’ve"])
#: words from the verb to who says it: "accused of the theft of two boats by the port"
_REACH = 15
_ACTING = frozenset(["he", "she", "they", "we", "i"])


def without_judged(found: Attribution) -> Attribution:
    """Return an attribution whose source is not the one that is judged, but who judges, if told."""
    cue, source = found.cue, found.source
    verb = next((t for t in cue if t.pos_ == "VERB"), None) if cue is not None else None
    if cue is None or verb is None or source is None:
        return found
    if _is_asked(verb, source):
        return Attribution(cue, _asks(verb), found.contents)
    if source.end <= verb.i:
        taken = _is_judged(verb, source)
    elif verb.i == verb.sent.start and verb.tag_ == "VBN":
        # "Charged with theft, [a clerk] left"
        between = verb.doc[verb.i + 1 : source.start]
        taken = verb.lemma_.lower() in _JUDGING and any(t.text == "," for t in between)
    else:
        taken = _is_thought(verb) and not _behind_by(source)
    return Attribution(cue, _judge(verb), found.contents) if taken else found


def _is_judged(verb: Token, source: Span) -> bool:
    if verb.lemma_.lower() not in _JUDGING or not verb.lower_.endswith("ed"):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    if not passive and helpers & _HAVING:
        return False
    if any(c.dep_ == "obj" for c in verb.children):
        return False
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    bare = after is not None and after.lower_ in _WITHOUT_OBJECT
    if not passive and source.text.lower() in _ACTING and source.end == verb.i:
        return False  # "he condemned as a crime what they did"
    if not passive and not bare:
        return False
    own = any(
        c.dep_.startswith("nsubj") and source.start <= c.i < source.end for c in verb.children
    )
    relative = verb.dep_.startswith("acl:relcl") and own and not passive
    described = source.start <= verb.head.i < source.end
    # "police arrested two men, accused of theft"
    apart = verb.i > source.end and verb.doc[verb.i - 1].text == "," and bare and not own
    return (own and not relative) or described or apart


def _is_asked(verb: Token, source: Span) -> bool:
    """Say whether the one read as a source is told it: "asking [N] to share his views"."""
    root = source.root
    heard = root.head == verb and root.dep_ in {"iobj", "obj"} and source.start > verb.i
    to_do = any(c.dep_ == "xcomp" and c.i >= source.end for c in verb.children)
    told = any(c.dep_ == "ccomp" and c.i >= source.end for c in verb.children)
    told = told and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    lemma = verb.lemma_.lower()
    return heard and ((to_do and lemma in _ASKING) or (told and lemma in _TELLING))


def _asks(verb: Token) -> Span | None:
    """Return the subject of a verb, or of the one on which it hangs."""
    for above in (verb, verb.head):
        subject = next((c for c in above.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if subject is not None and not subject.tag_.startswith("W"):
            return verb.doc[subject.left_edge.i : min(subject.right_edge.i + 1, above.i)]
    return None


def _is_thought(verb: Token) -> bool:
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    return passive and verb.lemma_.lower() in _THINKING


def _behind_by(source: Span) -> bool:
    before = source.doc[source.start - 1] if source.start else None
    first = source[0].lower_ in {"by", "among"}
    return first or (before is not None and before.lower_ in {"by", "among", "from", "to"})


def _judge(verb: Token) -> Span | None:
    """Return the words behind "by" in a verb's clause."""
    doc = verb.doc
    for token in doc[verb.i + 1 : min(verb.sent.end, verb.i + _REACH)]:
        if "by" in prepositions(token) and token.pos_ in {"NOUN", "PROPN"}:
            case = next(c for c in token.children if c.lower_ == "by")
            return doc[case.i + 1 : token.right_edge.i + 1]
    return None
