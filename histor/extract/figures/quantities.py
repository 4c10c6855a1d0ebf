"""Which quantity a number counts, by the words nearest to it: killed, injured, detained, ….

Every piece of evidence is a word of the sentence, and they are asked in the order of how close they
stand to the number: the label or verb before it, the noun it counts, what follows that noun, then
the tree. The first that names a quantity decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from histor.extract.events.governed import holds_captive
from histor.extract.figures.counted_in_headings import told_behind
from histor.extract.figures.numbers import Amount
from histor.extract.figures.quantity_words import named, names
from histor.extract.figures.subtotals import either_of_both
from histor.extract.figures.suffered import HOMES, LIVES, are_hurt, fled_across, told_by_verb
from histor.extract.lexicon_files import lexicon_lines
from histor.extract.places.gazetteer import is_people
from histor.extract.tokens import prepositions
from histor.records import FigureQuantity

__all__ = ["counts_people", "get_away", "of_the_dead", "quantity_of"]

#: what befalls people
_OF_PEOPLE = frozenset(["killed", "injured", "missing", "displaced", "detained"])
#: nouns that count what befell people themselves, by themselves
_TELLING = frozenset(
    "death fatality murder killing slaying homicide casualty body life injury wound arrest "
    "detention refugee detainee prisoner massacre execution exodus evacuation evacuee "
    "disappearance".split()
)
#: verbs that take lives
_TAKING = frozenset(["claim", "take", "cost", "lose", "end"])
#: verbs that need no other party: who flees has not driven somebody out
_INTRANSITIVE = frozenset(["die", "flee", "perish", "drown", "disappear", "succumb", "suffocate"])
#: shares of a number that stands behind them
_SHARES = frozenset("half third quarter fifth most majority part percent".split())
_SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
_COUNTS = frozenset(
    ["number", "toll", "count", "total", "tally", "figure", "list", "dead", "wounded"]
)
_FALLEN = frozenset(["dead", "wounded", "injured", "missing", "displaced"])
#: words between a number, or what it counts, and what is told of it
_LINKS = frozenset(
    "were was are is have has had been be being to reported reportedly confirmed feared believed "
    "presumed found left seriously severely slightly badly critically lightly fatally also still "
    "others other more or so now already of then later made rendered shot treated receiving "
    "received treatment for taken rushed admitted after listed declared as held kept remain "
    "remained".split()
)
#: nouns that stand for those they are of: "a total of ten people"
_SUMS = frozenset(
    "total number count some group crowd majority half dozen score hundred thousand ten body "
    "rest".split()
)
_HAVE = frozenset(["have", "has", "had"])
_HELD = frozenset(
    ["hands", "custody", "detention", "jail", "prison", "bars", "arrest", "captivity"]
)
#: so many sent out of a country are displaced, not some diplomats
_MANY = 500
_WHOSE = frozenset(["of", "to", "for", "among"])
_PEOPLED = frozenset(
    "city town village island country nation population community region province state district "
    "settlement camp capital".split()
)
_REACH = 6
_SUFFIXES = ("ist", "man", "men", "woman", "women", "children")
_ABDUCTING = frozenset(["abduct", "kidnap"])
_SERVING = frozenset("contractor instructor adviser advisor trainer personnel".split())
_FORCES = frozenset("force army garrison contingent".split())
#: what kills, and is not killed
_ARMS = frozenset("missile rocket shell bomb bullet drone shot round grenade mine torpedo".split())
#: words behind a part in which the number of the whole stands
_PART = 4
#: words from people to their wounds: "with severe gunshot wounds"
_WOUND = 3
#: words right before the number that a count came to
_COMING_TO = frozenset("to at reached passed exceeded topped hit surpassed".split())
#: words for a toll, and those between it and the number
_DEAD = frozenset("toll dead deaths fatalities killed".split())
_RISING = _COMING_TO | frozenset(
    "rise rises rose risen climb climbed climbs jump jumped soar soared grew grown increased stood "
    "stands reach has have had now since already later".split()
)
#: what becomes of bodies that were counted before
_BURYING = frozenset("identify bury return repatriate cremate claim hand".split())
_ESCAPING = frozenset("escape get slip survive evade surrender return remain".split())
_NOT_IN_TIME = frozenset(["magnitude", "scale", "degree", "age"])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(w for _, line in lexicon_lines("counted.txt") for w in line.split())


def counts_people(noun: Token) -> bool:
    """Say whether a noun means people: a word for them, or what those of a country are called."""
    lemma = noun.lemma_.lower()
    if noun.ent_type_ in {"GROUP", "NORP"} or lemma in _nouns() or noun.lower_ in _nouns():
        return True
    if lemma.endswith(_SUFFIXES) or _is_someone(noun):
        return True
    return noun.text[:1].isupper() and is_people(noun.lower_)


def _is_someone(noun: Token) -> bool:
    """Say whether a noun is one of which "who" is said."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    return any(t.lower_ in {"who", "whom", "whose"} for t in behind)


def quantity_of(
    tokens: Sequence[Token], amount: Amount, noun: Token | None
) -> FigureQuantity | None:
    """Return what a number counts; none where no word says it.

    Args:
        tokens: the sentence, without white space.
        amount: the number among them.
        noun: what it counts, where a noun is given.
    """
    if noun is not None and noun.lemma_.lower() in _NOT_IN_TIME:
        return None
    if noun is not None and noun.lemma_.lower() in _ARMS:
        return None
    if [t.lower_ for t in tokens[max(0, amount.start - 2) : amount.start]] == ["according", "to"]:
        return None  # those say so
    behind = tokens[amount.end : amount.end + _PART]
    is_one = amount.start > 0 and tokens[amount.start - 1].lemma_ == "be"
    dead = any(t.lower_ in {"dead", "killed", "wounded", "injured", "missing"} for t in behind)
    if amount.low == amount.high == 1 and dead and [t.lower_ for t in behind[:1]] == ["of"]:
        return None  # "one of the dead officers was off duty"
    if is_one and behind and behind[0].lower_ == "of" and any(t.pos_ == "NUM" for t in behind):
        return None  # "he was one of at least 16 people who died"
    before = [t.lower_ for t in tokens[max(0, amount.start - 3) : amount.start]]
    if before[-1:] == ["not"] and amount.low == amount.high == 1:
        return None  # "not one civilian lost his life"
    if before[-1:] == ["of"] and _PEOPLED & set(before):
        return None  # "a town of 40,000 people"
    if _is_share(tokens, amount) or get_away(tokens[amount.end - 1]):
        return None
    if _of_the_fallen(tokens, amount):
        return "killed"
    if noun is not None and noun.lemma_.lower() == "body" and noun.head.lemma_ in _BURYING:
        return None  # "sixty bodies have been identified"
    people = noun is None or counts_people(noun)
    headed = told_behind(tokens, amount.end - 1) if people else None
    if headed is not None:
        return headed
    at = max(tokens[amount.end - 1].i, noun.i if noun is not None else 0)
    if either_of_both(tokens, tokens[amount.start].i, at):
        return None  # "ten people were killed or wounded"
    if people and are_hurt([t for t in tokens if t.i > at][: 2 * _REACH]):
        return "injured"
    if people and noun is not None:  # "nine guards | and 22 nurses | sought medical help"
        joined = [c for c in noun.children if c.dep_ == "conj" and c.i > at]
        if any(are_hurt([t for t in tokens if t.i > c.i][: 2 * _REACH]) for c in joined):
            return "injured"
    if noun is not None and people and _have_wounds(noun):
        return "injured"
    doers = noun is not None and noun.lemma_.lower().endswith(("er", "or"))
    if (people or doers) and _verb_of_death(tokens, amount):
        return "killed"
    if _under_arms(tokens, amount, at):
        return "troops"
    told = told_by_verb(noun) if noun is not None and counts_people(noun) else None
    if _are_many(amount) and (noun is None or counts_people(noun)):
        told = "displaced" if fled_across(noun or tokens[amount.number]) else told
    if told is not None:
        return told
    for word in _words(tokens, amount, noun):
        quantity = named(word)
        if quantity is None and word.lower_ in _HELD and word.i > tokens[amount.end - 1].i:
            quantity = "detained"
        if quantity is None or quantity not in _OF_PEOPLE:
            continue
        if _fits(word, amount, noun, quantity) and not (noun is None and not _whole(amount)):
            return quantity
    if noun is None and _toll_came_to(tokens, amount):
        return "killed"
    return "troops" if noun is not None and _are_troops(noun) else None


def _toll_came_to(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a toll came to a number, by the words alone: "the death toll has risen to | 12".

    For the tree often hangs the number on what is counted behind it: "and 46 people were infected".
    """
    before = [t.lower_ for t in tokens[max(0, amount.start - _REACH) : amount.start]]
    at = next((n for n, word in enumerate(before) if word in _DEAD), None)
    if at is None or before[-1] not in _COMING_TO:
        return False
    return len(before) > at + 1 and all(word in _RISING for word in before[at + 1 :])


def _of_the_fallen(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a number counts some of the dead, and tells how they died.

    "Six of the dead were hit when a shell fell", not "six of the dead were students".
    """
    number = tokens[amount.end - 1]
    return of_the_dead(number) and not any(c.dep_ == "cop" for c in number.head.children)


def of_the_dead(number: Token) -> bool:
    """Say whether a number counts some of a toll's: "two of the dead were nurses"."""
    behind = [t.lower_ for t in number.doc[number.i + 1 : number.i + 4]]
    return behind in (["of", "the", "dead"], ["of", "those", "killed"])


def get_away(number: Token) -> bool:
    """Say whether so many are told to have come to no harm: "30 of them escaped"."""
    verb = number.head
    return number.dep_ == "nsubj" and verb.lemma_.lower() in _ESCAPING


def _verb_of_death(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a verb that killed stands right before: "shot to death | two", "fatally shot"."""
    before = [t.lower_ for t in tokens[max(0, amount.start - 3) : amount.start]]
    if before[-2:] == ["to", "death"]:
        return True
    return before[-2:-1] == ["fatally"] and tokens[amount.start - 1].tag_.startswith("VB")


def _under_arms(tokens: Sequence[Token], amount: Amount, last: int) -> bool:
    """Say whether a number is that of an armed force: "a force of | 500", "| 900 men under arms".

    ``last``: the number of the last word of what is counted.
    """
    before = [t.lower_ for t in tokens[max(0, amount.start - 2) : amount.start]]
    behind = [t.lower_ for t in tokens if t.i > last][:2]
    return behind == ["under", "arms"] or (
        len(before) > 1 and before[0] in _FORCES and before[1] == "of"
    )


def _have_wounds(noun: Token) -> bool:
    """Say whether people are told to have wounds: "71 people with gunshot wounds"."""
    behind = noun.doc[noun.i + 1 : noun.i + 2 + _WOUND]
    if not len(behind) or behind[0].lower_ not in {"with", "for"}:
        return False
    return any(t.lemma_.lower() in {"wound", "injury", "burn", "trauma"} for t in behind[1:])


def _are_troops(noun: Token) -> bool:
    """Say whether those counted bear arms, or serve those who do: "military advisers"."""
    verb = noun.head
    if noun.dep_ in {"obj", "nsubj:pass"} and (
        holds_captive(verb) or verb.lemma_.lower() in _ABDUCTING
    ):
        return False  # "seven guards were taken hostage"
    if noun.lemma_.lower() == "guard" and any(c.lower_ == "security" for c in noun.children):
        return False  # of a shop
    serving = noun.lemma_.lower() in _SERVING
    return names(noun, "troops") or (serving and any(c.lower_ == "military" for c in noun.children))


def _is_share(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a number is that of which a share is told: "half of the town's | 40,000"."""
    before = [t.lower_ for t in tokens[max(0, amount.start - _REACH) : amount.start]]
    shares = [i for i, word in enumerate(before) if word in _SHARES]
    return any(before[i + 1 : i + 2] == ["of"] for i in shares)


def _whole(amount: Amount) -> bool:
    bounds = [b for b in (amount.low, amount.high) if b is not None]
    return all(b == int(b) for b in bounds)


def _are_many(amount: Amount) -> bool:
    return any(b is not None and b >= _MANY for b in (amount.low, amount.high))


def _fits(word: Token, amount: Amount, noun: Token | None, quantity: FigureQuantity) -> bool:
    lemma = word.lemma_.lower()
    if lemma == "expel" and not _are_many(amount) and not any(t.lower_ in HOMES for t in word.sent):
        return False
    if lemma in LIVES and not _taken(word):
        return False
    if noun is None or noun.i == word.i or noun.lemma_.lower() in _TELLING | LIVES:
        return True
    # an unknown noun may name people where it is told to have been killed itself
    direct = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.i == word.i and not noun.ent_type_
    doers = noun.lemma_.lower().endswith(("er", "or"))
    return counts_people(noun) or (direct and (quantity == "killed" or doers))


def _taken(life: Token) -> bool:
    """Say whether lives are told to have been lost, not saved."""
    above = [life.head, life.head.head]
    return any(t.lemma_.lower() in _TAKING for t in above)


def _words(tokens: Sequence[Token], amount: Amount, noun: Token | None) -> Iterator[Token]:
    """Yield the words that may say what a number counts, the surest first."""
    first, last = tokens[amount.start], tokens[amount.end - 1]
    yield from _label(tokens, amount)
    verb = _verb_before(tokens, amount)
    if verb is not None:
        yield verb
    if noun is not None:
        yield noun
        if noun.dep_ in _SUBJECTS and noun.head.lemma_.lower() in _INTRANSITIVE:
            yield noun.head  # "ten people fleeing the war | drowned"
        yield from (c for c in noun.children if c.dep_ == "amod" and c.i < noun.i)
    at = max(last.i, noun.i if noun is not None else last.i)
    yield from _following(tokens, at)
    if noun is not None:
        yield from _told_of_both(tokens, noun)
    if noun is None:
        yield from _clauses_of(last)  # "joining 3,000 who fled"
    if noun is None and verb is not None and named(verb) is None and not _counting(verb):
        return  # "killed four and infected | 40"
    if noun is not None:
        yield from _clauses_of(noun)
    top = noun if noun is not None else last
    number = tokens[amount.number]
    for child in number.children:  # "the number of people killed is 13"
        if child.dep_ == "nsubj" and child.lemma_.lower() in _COUNTS:
            yield from child.subtree
    yield from _governing(top, first)
    yield from _counted_by(number.head if number.dep_ == "compound" else number)


def _told_of_both(tokens: Sequence[Token], noun: Token) -> Iterator[Token]:
    """Yield what is told of two who are counted: "five guards and two boys left dead"."""
    for other in noun.children:
        counted = other.dep_ == "conj" and any(c.pos_ == "NUM" for c in other.children)
        if counted and not any(t.pos_ == "VERB" for t in other.doc[noun.i : other.i]):
            yield from _following(tokens, other.i)


def _label(tokens: Sequence[Token], amount: Amount) -> Iterator[Token]:
    """Yield the words of a label: "Total dead: 192"."""
    if amount.start > 1 and tokens[amount.start - 1].text == ":":
        yield from reversed(tokens[max(0, amount.start - 3) : amount.start - 1])
    if amount.start > 1 and tokens[amount.start - 1].lower_ in {"at", "to"}:
        count = tokens[amount.start - 2]
        if count.tag_ == "NNS" and count.lemma_.lower() in _TELLING:
            yield count  # "put deaths at 189"
        if count.lower_ in _FALLEN and amount.start > 2:
            yield count  # "put its dead at 44"
    among = next((i for i in range(amount.start) if tokens[i].lower_ == "among"), None)
    if among is not None and among + 2 < amount.start:
        # "among the dead were | three children"
        rest = tokens[among + 3 : amount.start]
        if tokens[among + 1].lower_ in {"the", "those"} and all(t.pos_ == "AUX" for t in rest):
            yield tokens[among + 2]


def _verb_before(tokens: Sequence[Token], amount: Amount) -> Token | None:
    """Return the verb right before a number of which that is the object: "injured 1,400"."""
    for token in reversed(tokens[max(0, amount.start - 3) : amount.start]):
        if token.pos_ == "ADJ" and named(token) is not None:
            return token  # "shot dead five"
        if token.pos_ in {"VERB", "NOUN", "ADJ"} and token.tag_.startswith("VB"):
            passive = any(c.dep_ == "aux:pass" for c in token.children)
            links = {t.lower_ for t in token.children} & _LINKS
            if links <= _HAVE and any(c.dep_ == "nsubj" for c in token.children):
                links = set()  # "police have arrested | 300"
            after = token.tag_ == "VBN" and bool(links)
            return None if passive or after else token
        if token.pos_ not in {"ADV", "DET", "ADJ"}:
            return None
    return None


def _following(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """Yield what is told right after a number or its noun: "people were slightly injured"."""
    rest = [t for t in tokens if t.i > at][: 2 * _REACH]
    place = False
    for n, token in enumerate(rest):
        if named(token) is not None and token.pos_ in {"VERB", "ADJ", "NOUN"}:
            wounds = n > 0 and rest[n - 1].lower_ == "for"  # "were treated for injuries"
            told = token.lemma_.lower() in _INTRANSITIVE or not _acts(token)
            if told and (token.pos_ != "NOUN" or n == 0 or wounds):
                yield token
            return
        if token.lower_ in _HELD and n and rest[n - 1].lower_ in {"in", "under", "behind"}:
            yield token
            return
        if token.lower_ in {"in", "from", "on"} and n == 0:
            place = True  # "people in two towns were hurt"
        elif token.lower_ in {"in", "under", "behind"} or _links(token):
            continue
        elif rest[n - 1].lower_ == "in" and any(t.lower_ == "hands" for t in rest[n + 1 : n + 2]):
            continue  # "are in rebel | hands"
        elif not (place and n < _REACH and token.pos_ in {"PROPN", "NOUN", "DET", "ADJ"}):
            return


def _links(token: Token) -> bool:
    """Say whether a word may stand between who is counted and what befell them."""
    return token.lower_ in _LINKS or token.pos_ == "ADV"


def _acts(word: Token) -> bool:
    """Say whether a verb does to another what it names: "killed four people"."""
    helped = {c.dep_ for c in word.children if c.dep_.startswith("aux")}
    done = word.tag_ == "VBN" and helped != {"aux"}  # "has killed nine" is its subject's deed
    if done or word.tag_ == "JJ" or word.lower_ == "missing":
        return False
    return any(c.dep_ == "obj" and c.i > word.i for c in word.children)


def _governing(top: Token, first: Token) -> Iterator[Token]:
    """Yield the verbs and nouns over what is counted, by whose arcs it suffers them."""
    for _ in range(_REACH):
        head = top.head
        if top.dep_ in {"acl", "acl:relcl", "root"} or head.i == top.i:
            break
        if top.dep_ in _SUBJECTS:
            verb = head.lemma_.lower()
            if top.dep_ == "nsubj:pass" or verb in _INTRANSITIVE or _suffers(head):
                yield head
                # "were shot dead"
                yield from (c for c in head.children if c.dep_ in {"xcomp", "advmod"})
            elif verb in {"be", "remain"} or head.pos_ in {"ADJ", "NOUN"}:
                yield head
            break
        if top.dep_ == "obj":
            yield head
            # "forced 900 villagers to flee", "left thousands homeless", "shot dead three"
            yield from (c for c in head.children if c.dep_ == "xcomp" and c.i > top.i)
            yield from (c for c in head.children if c.pos_ == "ADJ" and head.i < c.i < top.i)
            break
        if top.dep_ == "nmod":
            if prepositions(top) & _WHOSE:
                yield head  # "the death of twelve people", "injuries to ten people"
            if head.lemma_.lower() not in _SUMS and head.pos_ != "NUM":
                break
        elif top.dep_ == "obl":
            if prepositions(top) & {"of", "to"}:
                yield head
            break
        elif top.dep_ == "conj" and head.i < first.i:
            if any(t.pos_ == "VERB" for t in top.doc[head.i + 1 : first.i]):
                break
            yield from (c for c in head.children if c.dep_ == "amod" and c.i < head.i)
        elif top.dep_ not in {"nummod", "compound", "appos", "conj"}:
            break
        top = head
    else:
        return
    if top.dep_ in {"acl", "acl:relcl"}:
        return
    yield from _clauses_of(top)


def _clauses_of(noun: Token) -> Iterator[Token]:
    """Yield the verbs of clauses on a noun: "two people killed", "suspects who were arrested"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield child
        if child.dep_ == "acl:relcl" and _suffers(child):
            yield child


def _suffers(verb: Token) -> bool:
    """Say whether a verb is told of who suffers it, not of who does it."""
    if verb.lemma_.lower() in _INTRANSITIVE or verb.lower_ == "missing":
        return True
    helped = any(c.dep_ in {"aux:pass"} or c.lower_ == "been" for c in verb.children)
    return verb.tag_ == "VBN" and (helped or not any(c.dep_ == "aux" for c in verb.children))


def _counted_by(number: Token) -> Iterator[Token]:
    """Yield the words of a count that came to a number: "the death toll rose to 19"."""
    if number.dep_.startswith("obl") or number.dep_ in {"nmod", "obj"}:
        counts = (c for c in number.head.children if c.dep_ in {"nsubj", "nsubj:pass", "obj"})
        own = (c for c in counts if _is_count(c) and not _has_a_number(c, number))
        yield from (t for c in own for t in c.subtree)


def _has_a_number(count: Token, number: Token) -> bool:
    """Say whether a count has another number: "put the toll at 10 and the infected at | 29"."""
    between = count.doc[count.i : number.i]
    return any(t.pos_ == "NUM" and t.i + 1 < number.i for t in between) and any(
        t.lower_ == "and" for t in between
    )


def _is_count(noun: Token) -> bool:
    return noun.lemma_.lower() in _COUNTS or (noun.tag_ == "NNS" and named(noun) == "killed")


def _counting(verb: Token) -> bool:
    """Say whether a verb's subject is a count: "the toll reached | 56", "deaths passed | 400"."""
    return any(c.dep_ == "nsubj" and _is_count(c) for c in verb.children)
