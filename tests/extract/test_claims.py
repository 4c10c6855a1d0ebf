from __future__ import annotations

import pytest
from spacy.tokens import Doc

from benchmarks import articles
from histor.extract import extract
from histor.records import Claim, PageRecord
from tests.extract.hand_made import Said, annotated, page_of

VERBS = {
    "said": "VERB VBD", "told": "VERB VBD", "denied": "VERB VBD", "accused": "VERB VBD",
    "fired": "VERB VBN", "left": "VERB VBD", "sank": "VERB VBD", "added": "VERB VBD",
    "urged": "VERB VBN", "stop": "VERB VB", "called": "VERB VBD", "reported": "VERB VBD",
    "warned": "VERB VBD", "fall": "VERB VB", "vowed": "VERB VBD", "deny": "VERB VB",
    "refused": "VERB VBD", "condemn": "VERB VB", "expected": "VERB VBN", "say": "VERB VBP",
    "only": "ADV RB", "Fears": "NOUN NNS",
}  # fmt: skip
LEMMAS = {
    "said": "say", "told": "tell", "denied": "deny", "accused": "accuse", "fired": "fire",
    "urged": "urge", "called": "call", "warned": "warn", "vowed": "vow", "refused": "refuse",
    "expected": "expect", "reported": "report", "days": "day", "Fears": "fear",
}  # fmt: skip


def read(
    text: str,
    said: list[Said],
    ents: list[tuple[str, str]] | None = None,
    tree: dict[str, tuple[str, str]] | None = None,
    day: str | None = None,
) -> PageRecord:
    """Return what a page says whose attributions are given; checks every span."""
    doc: Doc = annotated(text, tags=VERBS, lemmas=LEMMAS, tree=tree, ents=ents or [], said=said)
    record = extract(page_of(text, day), doc)
    for claim in record.claims:
        spans = [claim.content, *(s.span for s in (claim.source, *claim.chain) if s)]
        for span in (*spans, *([claim.cue] if claim.cue else [])):
            assert record.document.text[span.start : span.end] == span.text
    return record


def only(record: PageRecord) -> Claim:
    """Return the one claim there is."""
    (claim,) = record.claims
    return claim


def source_name(record: PageRecord, claim: Claim) -> str | None:
    """Return the name of the entity that a claim's source is."""
    names = {e.id: e.name for e in record.entities}
    return names.get(claim.source.entity or "") if claim.source else None


def test_a_quotation_is_one_claim_in_its_own_words() -> None:
    text = "“The bridge sank,” Ana Lima said."
    record = read(text, [("Ana Lima", "said", ["“The bridge sank,”"])], [("Ana Lima", "PERSON")])
    claim = only(record)
    assert (claim.content.text, claim.quoted, claim.act) == ("The bridge sank", True, "assert")
    assert claim.source is not None and claim.source.text == "Ana Lima"
    assert source_name(record, claim) == "Ana Lima"


def test_what_stands_before_a_colon_is_not_in_the_quotation() -> None:
    text = "Teachers left it: “The bridge sank,” said Ana Lima."
    claim = only(read(text, [("Ana Lima", "said", ["Teachers left it: “The bridge sank,”"])]))
    assert (claim.content.text, claim.quoted) == ("The bridge sank", True)


def test_a_stretch_of_time_to_what_is_left_out_is_no_end() -> None:
    text = "Ana Lima said that ten ships left, days after the bridge sank."
    claim = only(read(text, [("Ana Lima", "said", ["ten ships left, days"])]))
    assert claim.content.text == "ten ships left"


def test_words_partly_quoted_are_no_quotation() -> None:
    text = "Ana Lima said that the ships were “dead weight”."
    claim = only(read(text, [("Ana Lima", "said", ["that the ships were “dead weight”."])]))
    assert (claim.content.text, claim.quoted) == ("the ships were “dead weight”", False)


def test_a_quotation_in_two_parts_is_two_claims_of_one_cue() -> None:
    text = "“The bridge sank,” said Ana Lima. “Nobody left us food.”"
    said = [("Ana Lima", "said", ["“The bridge sank,”", "“Nobody left us food.”"])]
    first, second = read(text, said).claims  # type: ignore[arg-type]
    assert (first.content.text, second.content.text) == ("The bridge sank", "Nobody left us food")
    assert first.cue == second.cue and first.source == second.source and first.id != second.id


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        ("Salto denied that it fired.", "denied", "that it fired", "deny"),
        ("Salto did not deny that it fired.", "did not deny", "that it fired", "assert"),
        ("Salto accused them of arson there.", "accused", "them of arson there", "accuse"),
        ("Salto called on them to stop now.", "called on", "them to stop now", "demand"),
        ("Salto called for calm talks.", "called", "calm talks", "demand"),
        ("Salto warned that it may fall.", "warned", "that it may fall", "warn"),
        ("Salto vowed that it will stop.", "vowed", "that it will stop", "promise"),
        ("Salto refused to condemn what fired.", "refused to condemn", "what fired", "assert"),
        ("Salto is expected to fall soon.", "expected", "to fall soon", "predict"),
        ("Salto said that it left.", "said", "that it left", "assert"),
    ],
)
def test_acts(text: str, cue: str, content: str, act: str) -> None:
    assert only(read(text, [("Salto", cue, [content])])).act == act


def test_scraps_are_dropped_and_told() -> None:
    text = "Ana Lima said the plan. It was only so."
    record = read(text, [("Ana Lima", "said", ["the plan"]), (None, "only", ["It was"])])
    assert record.claims == ()
    assert {d.code for d in record.dropped} == {"no_statement", "no_cue"}


def test_a_pronoun_means_the_last_who_spoke() -> None:
    text = "Ana Lima told Rui Pinto that it sank. She said that all left."
    record = read(
        text,
        [("Ana Lima", "told", ["that it sank"]), ("She", "said", ["that all left"])],
        [("Ana Lima", "PERSON"), ("Rui Pinto", "PERSON")],
    )
    assert [source_name(record, c) for c in record.claims] == ["Ana Lima", "Ana Lima"]


def test_a_pronoun_after_an_unnamed_speaker_means_nobody_named() -> None:
    text = (
        "Ana Lima said that it sank. A senior official said that all left. He added that it fired."
    )
    record = read(
        text,
        [
            ("Ana Lima", "said", ["that it sank"]),
            ("A senior official", "said", ["that all left"]),
            ("He", "added", ["that it fired"]),
        ],
        [("Ana Lima", "PERSON")],
        {
            "senior": ("amod", "official"),
            "A": ("det", "official"),
            "official": ("root", "official"),
        },
    )
    assert source_name(record, record.claims[-1]) is None


def test_a_country_that_describes_an_official_is_not_the_source() -> None:
    text = "a Chile official said that it sank."
    record = read(
        text,
        [("a Chile official", "said", ["that it sank"])],
        [("Chile", "PLACE")],
        {
            "Chile": ("compound", "official"),
            "a": ("det", "official"),
            "official": ("root", "official"),
        },
    )
    claim = only(record)
    assert claim.source is not None and claim.source.entity is None


def test_an_outlet_around_a_claim_is_its_chain() -> None:
    text = "Ana Lima warned that it may fall, the Salto News reported."
    record = read(
        text,
        [
            ("Ana Lima", "warned", ["that it may fall"]),
            ("the Salto News", "reported", ["Ana Lima warned that it may fall"]),
        ],
        [("Ana Lima", "PERSON"), ("Salto News", "ORG")],
    )
    inner = next(c for c in record.claims if c.act == "warn")
    assert [link.text for link in inner.chain] == ["the Salto News"]


def test_an_outlet_that_was_told_is_in_the_chain() -> None:
    text = "Ana Lima told Salto Radio that it sank."
    record = read(
        text,
        [("Ana Lima", "told", ["that it sank"])],
        [("Ana Lima", "PERSON"), ("Salto Radio", "ORG")],
    )
    assert [link.text for link in only(record).chain] == ["Salto Radio"]


def test_a_body_that_was_told_is_not() -> None:
    text = "Ana Lima told River Council that it sank."
    record = read(
        text,
        [("Ana Lima", "told", ["that it sank"])],
        [("Ana Lima", "PERSON"), ("River Council", "ORG")],
    )
    assert only(record).chain == ()


def test_the_same_words_without_a_source_are_no_second_claim() -> None:
    text = "“The bridge sank,” Ana Lima said, as they say."
    said: list[Said] = [
        ("Ana Lima", "said", ["“The bridge sank,”"]),
        (None, "say", ["“The bridge sank,”"]),
    ]
    record = read(text, said, [("Ana Lima", "PERSON")])
    claim = only(record)
    assert claim.cue is not None and claim.cue.text == "said"
    assert [d.code for d in record.dropped] == ["repeated"]


def test_the_day_beside_the_cue_is_the_days_of_the_claim() -> None:
    text = "Ana Lima said on Monday that it sank in May 2011."
    record = read(text, [("Ana Lima", "said", ["that it sank in May 2011"])], day="2019-03-13")
    date = only(record).date
    assert date is not None and date.edtf == "2019-03-11"


def test_according_to_is_followed_by_its_source() -> None:
    text = "According to Salto News, Ana Lima left early."
    record = read(
        text,
        [("Ana Lima", "According to", ["Ana Lima left early"])],
        [("Ana Lima", "PERSON"), ("Salto News", "ORG")],
    )
    claim = only(record)
    assert claim.source is not None and claim.source.text == "Salto News"


def test_a_repeated_sentence_is_pointed_at_where_it_stands() -> None:
    text = "It sank.\n\nAna Lima said that it sank.\n\nIt sank."
    doc = annotated(text, tags=VERBS, lemmas=LEMMAS, said=[("Ana Lima", "said", ["that it sank"])])
    claim = only(extract(page_of(text), doc))
    assert claim.content.start == text.index("that it sank") + len("that ")


def test_reading_twice_gives_the_same_record() -> None:
    text = "“The bridge sank,” Ana Lima said on Monday."
    said: list[Said] = [("Ana Lima", "said", ["“The bridge sank,”"])]
    assert read(text, said, day="2019-03-13") == read(text, said, day="2019-03-13")


def test_who_spoke_before_an_outlet_is_the_source_and_the_outlet_passes_it_on() -> None:
    text = "“The bridge sank,” Ana Lima said, according to Reuters."
    record = read(
        text,
        [("Reuters", "according to", ["“The bridge sank,” Ana Lima said"])],
        [("Ana Lima", "PERSON"), ("Reuters", "ORG")],
    )
    claim = only(record)
    assert claim.content.text == "The bridge sank"
    assert source_name(record, claim) == "Ana Lima"
    assert [link.text for link in claim.chain] == ["Reuters"]


def test_a_heading_has_no_source_of_the_paragraph_before() -> None:
    text = "She left, Ana Lima said.\n\nFears of a flood that will fall"
    record = read(
        text,
        [("Ana Lima", "Fears", ["a flood that will fall"])],
        [("Ana Lima", "PERSON")],
        {"Fears": ("root", "Fears"), "flood": ("nmod", "Fears")},
    )
    assert only(record).source is None


def test_a_cue_of_hearsay_without_anything_said_is_no_claim() -> None:
    tags = {"is": "AUX VBZ", "said": "VERB VBN"}
    said: list[Said] = [(None, "said", [])]
    text = "Ana Lima is said to leave."
    doc = annotated(text, tags=tags, lemmas={"said": "say"}, said=said)
    assert extract(page_of(text), doc).claims == ()


def test_who_is_quoted_by_an_outlet_is_not_in_his_own_chain() -> None:
    text = "The bridge sank, according to port sources quoted by Reuters."
    record = read(
        text,
        [
            ("port sources quoted by Reuters", "according to", ["The bridge sank"]),
            ("port sources", "quoted", ["The bridge sank"]),
        ],
        [("Reuters", "ORG")],
    )
    chains = [[link.text for link in claim.chain] for claim in record.claims]
    assert not any("port sources quoted by Reuters" in chain for chain in chains)


def test_who_recalls_an_envoy_says_nothing() -> None:
    tags = {"recalled": "VERB VBD", "ambassador": "NOUN NN", "victory": "NOUN NN"}
    for thing, claims in (("ambassador", 0), ("victory", 1)):
        text = f"Norway recalled its {thing} to Chad."
        said: list[Said] = [("Norway", "recalled", [f"its {thing} to Chad"])]
        tree = {"recalled": ("root", "recalled"), thing: ("obj", "recalled")}
        lemmas = {"recalled": "recall"}
        doc = annotated(text, tags=tags, lemmas=lemmas, tree=tree, said=said)
        assert len(extract(page_of(text), doc).claims) == claims


def test_one_of_several_speaks() -> None:
    record = read("“The bridge sank,” one said.", [("one", "said", ["“The bridge sank,”"])])
    claim = only(record)
    assert claim.source is not None and claim.source.text == "one"


def test_a_voice_is_whose_it_is() -> None:
    text = "The bridge sank, said the voice of Ana Lima."
    said: list[Said] = [("the voice of Ana Lima", "said", ["The bridge sank"])]
    claim = only(read(text, said, [("Ana Lima", "PERSON")]))
    assert claim.source is not None and claim.source.text == "Ana Lima"


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (
            "A boy was killed and his sister wounded in Salto, a local official, Raja Shahid, told "
            "the paper.",
            "told",
            "Raja Shahid",
        ),
        (
            "Shabnam Begum was making tea in Lima when the shell landed. “I kept calling his name,” "
            "the 39-year-old told the paper.",
            "told",
            "Shabnam Begum",
        ),
        (
            "Defence Minister Ana Ruiz spoke in Lima with Foreign Minister Carla Vega. Ruiz said "
            "that it will no longer work. “Peru will not tolerate it,” the minister asserted.",
            "asserted",
            "Ana Ruiz",
        ),
    ],
)
def test_who_speaks_by_age_title_or_apposition(text: str, cue: str, who: str) -> None:
    [page] = articles.read([articles.article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    told = {c.cue.text: names.get(c.source.entity or "") for c in page.claims if c.cue and c.source}
    assert told[cue] == who


def test_both_clauses_before_a_speaker_are_his() -> None:
    text = "A boy was killed and his sister wounded in Salto, Raja Shahid told the paper."
    [page] = articles.read([articles.article("one", text, "2015-06-02")])
    assert [c.content.text for c in page.claims] == [
        "A boy was killed and his sister wounded in Salto"
    ]


def test_what_a_relative_word_stands_for_is_what_is_denied() -> None:
    text = "By a long report which Ana Lima denied sank."
    tags = {"which": "PRON WDT", "denied": "VERB VBD", "sank": "VERB VBD", "report": "NOUN NN"}
    tree = {
        "report": ("nsubj", "sank"),
        "By": ("case", "report"),
        "a": ("det", "report"),
        "long": ("amod", "report"),
        "which": ("obj", "denied"),
        "denied": ("acl:relcl", "report"),
        "sank": ("root", "sank"),
    }
    said: list[Said] = [("Ana Lima", "denied", ["which"])]
    doc = annotated(text, tags=tags, lemmas=LEMMAS, tree=tree, said=said)
    claim = only(extract(page_of(text), doc))
    assert (claim.act, claim.content.text) == ("deny", "a long report")


def test_an_army_is_not_that_which_the_page_names_later() -> None:
    text = (
        "In Lima the army said on Monday that the blasts were a drill. Berlin spoke too. It said "
        "the German army had left Peru in May."
    )
    [page] = articles.read([articles.article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    told = {c.source.text: names.get(c.source.entity or "") for c in page.claims if c.source}
    assert told["the army"] not in {"German", "Germany"}


def test_who_answers_a_report_does_not_cite_its_source() -> None:
    text = (
        "The website Orle24, citing an intelligence officer, reported that one engineer had died, "
        "but the government dismissed the report as propaganda."
    )
    [page] = articles.read([articles.article("one", text, "2015-06-02")])
    assert [[link.text for link in c.chain] for c in page.claims if c.act == "deny"] == [[]]
