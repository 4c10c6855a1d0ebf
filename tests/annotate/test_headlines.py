"""Headlines and words whose form tells what they are, by their tags and arcs alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.annotate.headlines import is_opening, set_headlines
from histor.annotate.misread_words import (
    set_agents,
    set_condemned,
    set_described,
    set_finite_forms,
    set_nouns,
    set_objects,
    set_progressives,
    set_sayings,
    set_when,
)
from histor.annotate.parses import Parse


def parse_of(line: str) -> Parse:
    """Read words as "word/UPOS/XPOS/relation>head" tells them, the head by its place from 0."""
    parse = Parse(words=[], upos=[], xpos=[], heads=[], deprels=[])
    words = []
    for each in line.split():
        told, head = each.rsplit(">", 1)
        word, upos, xpos, deprel = told.split("/")
        words.append(word)
        parse.upos.append(upos)
        parse.xpos.append(xpos)
        parse.deprels.append(deprel)
        parse.heads.append(int(head))
    parse.words = words
    return parse


def arc(parse: Parse, word: str) -> tuple[str, str, str]:
    """Return a word's Penn tag, its relation and the word over it."""
    i = parse.words.index(word)
    return parse.xpos[i], parse.deprels[i], parse.words[parse.heads[i]]


def read(line: str) -> Parse:
    parse = parse_of(line)
    set_headlines(parse, [True] + [False] * (len(parse.words) - 1))
    return parse


def test_who_is_killed_in_a_headline_did_not_kill() -> None:
    line = "Rebel/PROPN/NNP/compound>1 chief/NOUN/NN/nsubj>2 killed/VERB/VBD/root>2 "
    line += "in/ADP/IN/case>4 strike/NOUN/NN/obl>2"
    window = read(line)
    assert arc(window, "killed") == ("VBN", "root", "killed")
    assert arc(window, "chief") == ("NN", "nsubj:pass", "killed")


@pytest.mark.parametrize(
    "rest", ["five/NUM/CD/obj>1", "in/ADP/IN/case>3 Bor/PROPN/NNP/obl>1 ./PUNCT/./punct>1"]
)
def test_a_verb_with_an_object_and_running_text_stay_active(rest: str) -> None:
    window = read(f"Rebels/NOUN/NNS/nsubj>1 killed/VERB/VBD/root>1 {rest}")
    assert arc(window, "killed")[0] == "VBD"
    assert arc(window, "Rebels")[1] == "nsubj"


def test_a_plural_between_two_nouns_is_a_headlines_verb() -> None:
    line = "Army/NOUN/NN/compound>2 shells/NOUN/NNS/compound>2 hospital/NOUN/NN/root>2 "
    line += ",/PUNCT/,/punct>2 doctors/NOUN/NNS/nsubj>5 say/VERB/VBP/parataxis>2"
    window = read(line)
    assert arc(window, "shells") == ("VBZ", "root", "shells")
    assert arc(window, "Army") == ("NN", "nsubj", "shells")
    assert arc(window, "hospital") == ("NN", "obj", "shells")
    assert arc(window, "say") == ("VBP", "parataxis", "shells")


def test_who_is_to_do_something_is_its_subject() -> None:
    line = "Kenya/PROPN/NNP/root>0 to/PART/TO/mark>2 send/VERB/VB/acl>0 police/NOUN/NN/obj>2"
    window = read(line)
    assert arc(window, "send") == ("VB", "root", "send")
    assert arc(window, "Kenya") == ("NNP", "nsubj", "send")
    plan = read("Plan/NOUN/NN/root>0 to/PART/TO/mark>2 send/VERB/VB/acl>0 police/NOUN/NN/obj>2")
    assert arc(plan, "send") == ("VB", "acl", "Plan")


def test_the_noun_that_opens_a_headline_is_no_name() -> None:
    window = read("Truce/INTJ/UH/nsubj:pass>1 extended/VERB/VBN/root>1")
    assert (window.upos[0], window.xpos[0]) == ("NOUN", "NN")
    assert is_opening(["Ceasefire", "takes", "hold"], [True, False, False], 0)
    assert not is_opening(["Blast", "Theory", "opens"], [True, False, False], 0)


def test_an_offensive_that_an_army_launches_is_a_noun() -> None:
    line = "Army/NOUN/NN/nsubj>1 launches/VERB/VBZ/root>1 offensive/ADJ/JJ/xcomp>1"
    w = parse_of(line)
    set_nouns(w)
    assert (w.upos[2], arc(w, "offensive")) == ("NOUN", ("NN", "obj", "launches"))


@pytest.mark.parametrize(
    "line",
    [
        "They/PRON/PRP/nsubj>1 seemed/VERB/VBD/root>1 offensive/ADJ/JJ/xcomp>1",
        "Critics/NOUN/NNS/nsubj>1 found/VERB/VBD/root>1 it/PRON/PRP/obj>1 offensive/ADJ/JJ/xcomp>1",
        "Critics/NOUN/NNS/nsubj>1 found/VERB/VBD/root>1 art/NOUN/NN/nsubj>3 "
        "offensive/ADJ/JJ/xcomp>1",
    ],
)
def test_what_seems_offensive_is_none(line: str) -> None:
    w = parse_of(line)
    set_nouns(w)
    assert "JJ" in w.xpos


@pytest.mark.parametrize(
    ("line", "word", "tag"),
    [
        ("It/PRON/PRP/nsubj>1 retook/VERB/VB/ccomp>1 it/PRON/PRP/obj>1", "retook", "VBD"),
        ("It/PRON/PRP/nsubj>1 seizes/VERB/VB/root>1 it/PRON/PRP/obj>1", "seizes", "VBZ"),
        ("It/PRON/PRP/nsubj>1 put/VERB/VB/root>1 out/ADP/RP/compound:prt>1", "put", "VB"),
        ("Men/NOUN/NNS/nsubj>1 died/NOUN/NNS/root>1 there/ADV/RB/advmod>1", "died", "VBD"),
        ("Men/NOUN/NNS/nsubj>2 are/AUX/VBP/cop>2 dead/NOUN/NN/root>2", "dead", "NN"),
        ("To/PART/TO/mark>1 found/VERB/VB/root>1 it/PRON/PRP/obj>1", "found", "VB"),
    ],
)
def test_a_form_of_one_tense_alone_has_its_tag(line: str, word: str, tag: str) -> None:
    w = parse_of(line)
    set_finite_forms(w)
    assert arc(w, word)[0] == tag


TAGS = [("NOUN", "NN"), ("PROPN", "NNP"), ("VERB", "VBD"), ("VERB", "VB"), ("PART", "TO")]
WORDS = st.sampled_from("Army shells hospital killed to send talks Truce , . in".split())
EACH = st.tuples(WORDS, st.sampled_from(TAGS), st.sampled_from(["nsubj", "obj", "acl", "compound"]))


@given(st.lists(EACH, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_every_word_stays_under_one_root(
    each: list[tuple[str, tuple[str, str], str]], random: object
) -> None:
    words = [w for w, _, _ in each]
    size = len(words)
    order = list(range(size))
    random.shuffle(order)  # type: ignore[attr-defined]
    heads = [0] * size
    for n, i in enumerate(order):
        heads[i] = order[max(0, n - 1)]
    upos, xpos = [t[0] for _, t, _ in each], [t[1] for _, t, _ in each]
    deprels = [d for _, _, d in each]
    deprels[order[0]] = "root"
    parse = Parse(words=words, upos=upos, xpos=xpos, heads=heads, deprels=deprels)
    set_headlines(parse, [True] + [False] * (size - 1))
    assert [i for i in range(size) if heads[i] == i] == [
        i for i in range(size) if deprels[i] == "root"
    ]
    for i in range(size):
        steps, at = 0, i
        while heads[at] != at and steps <= size:
            at, steps = heads[at], steps + 1
        assert steps <= size


def said(line: str) -> Parse:
    w = parse_of(line)
    set_sayings(w)
    return w


def test_who_says_something_stands_above_what_he_says() -> None:
    line = (
        "Residents/NOUN/NNS/nsubj>4 say/SCONJ/IN/mark>4 dams/NOUN/NNS/nsubj>4 have/AUX/VBP/aux>4 "
    )
    w = said(line + "burst/VERB/VBN/root>4")
    assert arc(w, "say") == ("VBP", "root", "say")
    assert arc(w, "Residents") == ("NNS", "nsubj", "say")
    assert arc(w, "burst") == ("VBN", "ccomp", "say")
    assert arc(w, "dams")[2] == "burst"


def test_what_a_speaker_does_meanwhile_is_not_what_he_says() -> None:
    line = "Aides/NOUN/NNS/nsubj>1 speaking/VERB/VBG/root>1 softly/ADV/RB/advmod>1 "
    line += "said/VERB/VBD/mark>1 talks/NOUN/NNS/nsubj>1 failed/VERB/VBD/ccomp>1"
    w = said(line)
    assert arc(w, "said") == ("VBD", "root", "said")
    assert arc(w, "speaking") == ("VBG", "acl", "Aides")
    assert arc(w, "failed") == ("VBD", "ccomp", "said")
    assert arc(w, "talks")[2] == "failed"


def test_a_say_in_something_is_no_saying() -> None:
    w = said("They/PRON/PRP/nsubj>1 want/VERB/VBP/root>1 a/DET/DT/det>3 say/NOUN/NN/obj>1")
    assert arc(w, "say") == ("NN", "obj", "want")


def test_who_is_urged_to_do_something_is_the_object() -> None:
    line = "Peru/PROPN/NNP/nsubj>1 urged/VERB/VBD/root>1 Chile/PROPN/NNP/nsubj>1 to/PART/TO/mark>4 "
    w = parse_of(line + "stop/VERB/VB/xcomp>1 ./PUNCT/./punct>1")
    set_objects(w)
    assert arc(w, "Chile") == ("NNP", "obj", "urged")
    assert arc(w, "Peru") == ("NNP", "nsubj", "urged")


def test_where_something_was_done_nobody_did_it() -> None:
    line = "Curfews/NOUN/NNS/nsubj:pass>1 imposed/VERB/VBN/root>1 in/ADP/IN/case>3 "
    w = parse_of(line + "Lima/PROPN/NNP/obl:agent>1")
    set_agents(w)
    assert arc(w, "Lima")[1] == "obl"
    w = parse_of(line.replace("in/", "by/") + "Lima/PROPN/NNP/obl:agent>1")
    set_agents(w)
    assert arc(w, "Lima")[1] == "obl:agent"


def test_what_is_condemned_in_strong_terms_is_no_deed_of_the_terms() -> None:
    line = (
        "Peru/PROPN/NNP/nsubj>1 condemns/VERB/VBZ/root>1 in/ADP/IN/case>3 terms/NOUN/NNS/obl>1 "
        "the/DET/DT/det>5 raid/NOUN/NN/obj>6 made/VERB/VBN/acl:relcl>3 today/NOUN/NN/obl>6"
    )
    w = parse_of(line)
    set_condemned(w)
    assert arc(w, "raid") == ("NN", "obj", "condemns")
    assert arc(w, "made") == ("VBN", "acl", "raid")


def test_a_participle_behind_a_preposition_describes_what_follows() -> None:
    line = (
        "prospect/NOUN/NN/nsubj>8 of/SCONJ/IN/mark>2 renewed/VERB/VBN/acl>0 border/NOUN/NN/compound>4 "
        "war/NOUN/NN/obj>2 in/ADP/IN/case>7 the/DET/DT/det>7 Alps/PROPN/NNP/obl>2 "
        "looms/VERB/VBZ/root>8"
    )
    w = parse_of(line)
    set_described(w)
    assert arc(w, "war") == ("NN", "nmod", "prospect")
    assert arc(w, "renewed") == ("VBN", "amod", "war")
    assert arc(w, "of") == ("IN", "case", "war")
    assert arc(w, "Alps")[2] == "war"
    w = parse_of(line.replace("of/", "once/"))
    set_described(w)
    assert arc(w, "war") == ("NN", "obj", "renewed")


def test_a_doing_beside_a_noun_is_a_noun() -> None:
    line = (
        "the/DET/DT/det>1 ruin/NOUN/NN/obl>7 and/CCONJ/CC/cc>3 killing/VERB/VBG/conj>7 "
        "of/ADP/IN/case>5 civilians/NOUN/NNS/obl>3 made/VERB/VBD/root>6 leave/VERB/VB/xcomp>6"
    )
    w = parse_of(line)
    set_nouns(w)
    assert arc(w, "killing") == ("NN", "conj", "ruin")
    assert arc(w, "civilians") == ("NNS", "nmod", "killing")
    w = parse_of(line.replace("the/DET/DT/det", "we/PRON/PRP/nsubj"))
    set_nouns(w)
    assert arc(w, "killing")[0] == "VBG"


def test_a_clause_with_when_hangs_on_its_verb() -> None:
    line = (
        "people/NOUN/NNS/nsubj:pass>2 were/AUX/VBD/aux:pass>2 killed/VERB/VBN/root>2 "
        "when/ADV/WRB/advmod>5 drones/NOUN/NNS/nsubj>5 hit/VERB/VBD/nmod>0 Ayo/PROPN/NNP/obj>5"
    )
    w = parse_of(line)
    set_when(w)
    assert arc(w, "hit") == ("VBD", "advcl", "killed")
    w = parse_of(line.replace("when/", "which/"))
    set_when(w)
    assert arc(w, "hit")[1] == "nmod"


def test_no_passive_ends_in_ing() -> None:
    line = (
        "Peru/PROPN/NNP/nsubj:pass>3 had/AUX/VBD/aux>3 been/AUX/VBN/aux:pass>3 "
        "{}/VERB/VBN/root>3 gangs/NOUN/NNS/obj>3"
    )
    w = parse_of(line.format("funding"))
    set_progressives(w)
    assert arc(w, "Peru")[1] == "nsubj"
    assert (arc(w, "been")[1], arc(w, "funding")[0]) == ("aux", "VBG")
    w = parse_of(line.format("given"))
    set_progressives(w)
    assert arc(w, "been")[1] == "aux:pass"
