"""Days counted from deeds, and the deeds that they date."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from histor.annotate import EventMention
from histor.extract import extract
from histor.link.redating import redated
from histor.link.written import Written
from histor.records import Date, PageRecord
from tests.extract.hand_made import annotated, page_of

LEMMAS = {
    "attacked": "attack",
    "attacking": "attack",
    "fired": "fire",
    "arrested": "arrest",
    "ended": "end",
    "killed": "kill",
    "shells": "shell",
}
TAGS = dict.fromkeys(LEMMAS, "VERB VBD") | {"attack": "NOUN NN", "vote": "NOUN NN"}


def read(
    text: str,
    tree: Mapping[str, tuple[str, str]],
    deeds: Mapping[str, str],
    tags: Mapping[str, str] | None = None,
) -> PageRecord:
    """Return a page of Thursday, 13 June 2019."""
    doc: Doc = annotated(text, tags={**TAGS, **(tags or {})}, lemmas=LEMMAS, tree=tree)
    for word, kind in deeds.items():
        span = doc.char_span(text.index(word), text.index(word) + len(word))
        assert span is not None
        mention = EventMention(span, kind, 0.95, (), (), 3.0, "happened")
        doc._.events = (*doc._.events, mention)
    return extract(page_of(text, "2019-06-13"), doc)


def day_of(record: PageRecord, word: str) -> str | None:
    """Return the day of the event that a word names."""
    (event,) = (e for e in record.events if any(m.trigger == word for m in e.mentions))
    return event.date.edtf if event.date else None


MARCHED = "Rebels attacked Lowmark on 3 June. "
EVE = "On the eve of the attack leaders were arrested by police."
EVE_TREE = {
    "Rebels": ("nsubj", "attacked"),
    "Lowmark": ("obj", "attacked"),
    "attacked": ("root", "attacked"),
    "On": ("case", "eve"),
    "eve": ("obl", "arrested"),
    "of": ("case", "attack"),
    "attack": ("nmod", "eve"),
    "leaders": ("nsubj:pass", "arrested"),
    "police": ("obl:agent", "arrested"),
    "arrested": ("root", "arrested"),
}
TREE = {
    **EVE_TREE,
    "3": ("obl", "attacked"),
    "June": ("nmod:unmarked", "3"),
}
DEEDS = {"attacked": "ASSAULT", "arrested": "COERCE"}


def test_the_eve_of_a_deed_is_the_day_before_it() -> None:
    record = read(MARCHED + EVE, TREE, DEEDS)
    assert day_of(record, "attacked") == "2019-06-03"
    assert day_of(record, "arrested") == "2019-06-02"
    (eve,) = (t for t in record.times if t.span.text == "the eve")
    assert eve.date is not None
    assert [span.text for span in eve.date.evidence] == ["the eve", "3 June"]


def test_it_moves_with_the_day_of_writing() -> None:
    tree = {**EVE_TREE, "Tuesday": ("obl", "attacked")}
    record = read("Rebels attacked Lowmark on Tuesday. " + EVE, tree, DEEDS)
    assert day_of(record, "arrested") == "2019-06-10"
    written = Date(edtf="2019-06-06", earliest="2019-06-06", latest="2019-06-06", basis="linked")
    assert day_of(redated(record, Written(written, (), ())), "arrested") == "2019-06-03"


def test_a_deed_that_nothing_dates_tells_no_day() -> None:
    record = read("Rebels attacked Lowmark. " + EVE, EVE_TREE, DEEDS)
    assert day_of(record, "arrested") is None


def test_two_days_of_a_deed_tell_none() -> None:
    tree = {
        **TREE,
        "Nurses": ("nsubj", "attacking"),
        "Portobel": ("obj", "attacking"),
        "5": ("obl", "attacking"),
        "May": ("nmod:unmarked", "5"),
        "attacking": ("root", "attacking"),
    }
    text = MARCHED + "Nurses attacking Portobel on 5 May. " + EVE
    record = read(text, tree, {**DEEDS, "attacking": "ASSAULT"})
    assert day_of(record, "attacking") == "2019-05-05"
    assert day_of(record, "arrested") is None


def test_a_deed_before_a_dated_one_is_dated_from_that() -> None:
    text = "Clerks fled on Monday, two days after police fired gas."
    tree = {
        "fled": ("root", "fled"),
        "Monday": ("obl", "fled"),
        "days": ("nmod:unmarked", "fired"),
        "two": ("nummod", "days"),
        "after": ("mark", "fired"),
        "police": ("nsubj", "fired"),
        "fired": ("advcl", "fled"),
    }
    record = read(text, tree, {"fired": "ASSAULT"})
    assert day_of(record, "fired") == "2019-06-08"


def test_a_deed_is_not_on_the_day_of_what_came_before_it() -> None:
    text = "Clerks fled on 3 June, the eve of the attack."
    tree = {
        "Clerks": ("nsubj", "fled"),
        "fled": ("root", "fled"),
        "3": ("obl", "fled"),
        "June": ("nmod:unmarked", "3"),
        "eve": ("appos", "3"),
        "of": ("case", "attack"),
        "attack": ("nmod", "eve"),
    }
    record = read(text, tree, {"attack": "ASSAULT"})
    assert all(e.date is None or e.date.edtf != "2019-06-03" for e in record.events)


def test_what_is_the_worst_since_a_day_was_not_on_it() -> None:
    text = "Rebels attacked Lowmark in the worst raid since 2014."
    tree = {
        "Rebels": ("nsubj", "attacked"),
        "attacked": ("root", "attacked"),
        "Lowmark": ("obj", "attacked"),
        "raid": ("obl", "attacked"),
        "worst": ("amod", "raid"),
        "since": ("case", "2014"),
        "2014": ("obl", "attacked"),
    }
    doc_tags = {"worst": "ADJ JJS"}
    record = read(text, tree, {"attacked": "ASSAULT"}, doc_tags)
    assert day_of(record, "attacked") is None


def test_a_day_behind_what_a_verb_governs_is_the_verb_s() -> None:
    text = "Rebels attacked the lorries on 3 June."
    tree = {
        "Rebels": ("nsubj", "attacked"),
        "attacked": ("root", "attacked"),
        "lorries": ("obj", "attacked"),
        "3": ("nmod", "lorries"),
        "on": ("case", "3"),
        "June": ("nmod:unmarked", "3"),
    }
    record = read(text, tree, {"attacked": "ASSAULT"}, {"lorries": "NOUN NNS"})
    assert day_of(record, "attacked") == "2019-06-03"


def test_the_day_on_which_a_report_was_withdrawn_is_not_that_of_what_it_told() -> None:
    text = "The site on 3 June withdrew a report that rebels had attacked the lorries."
    tree = {
        "site": ("nsubj", "withdrew"),
        "on": ("case", "3"),
        "3": ("obl", "withdrew"),
        "June": ("nmod:unmarked", "3"),
        "withdrew": ("root", "withdrew"),
        "report": ("obj", "withdrew"),
        "that": ("mark", "attacked"),
        "rebels": ("nsubj", "attacked"),
        "had": ("aux", "attacked"),
        "attacked": ("acl", "report"),
        "lorries": ("obj", "attacked"),
    }
    tags = {"withdrew": "VERB VBD", "report": "NOUN NN", "lorries": "NOUN NNS"}
    assert day_of(read(text, tree, {"attacked": "ASSAULT"}, tags), "attacked") is None


def test_what_shells_did_is_of_the_day_on_which_they_struck() -> None:
    text = "The port was hit on 3 June by shells that killed nine."
    tree = {
        "port": ("nsubj:pass", "hit"),
        "was": ("aux:pass", "hit"),
        "hit": ("root", "hit"),
        "on": ("case", "3"),
        "3": ("obl", "hit"),
        "June": ("nmod:unmarked", "3"),
        "by": ("case", "shells"),
        "shells": ("obl:agent", "hit"),
        "that": ("nsubj", "killed"),
        "killed": ("acl:relcl", "shells"),
        "nine": ("obj", "killed"),
    }
    tags = {"hit": "VERB VBN", "shells": "NOUN NNS", "killed": "VERB VBD"}
    assert day_of(read(text, tree, {"killed": "ASSAULT"}, tags), "killed") == "2019-06-03"


def test_the_day_behind_what_made_somebody_act_is_of_that_deed() -> None:
    text = "Rebels attacked Lowmark in response to an ambush on Monday that killed nine."
    tree = {
        "Rebels": ("nsubj", "attacked"),
        "attacked": ("root", "attacked"),
        "Lowmark": ("obj", "attacked"),
        "in": ("case", "response"),
        "response": ("obl", "attacked"),
        "to": ("case", "ambush"),
        "an": ("det", "ambush"),
        "ambush": ("nmod", "response"),
        "on": ("case", "Monday"),
        "Monday": ("obl", "killed"),
        "that": ("nsubj", "killed"),
        "killed": ("acl:relcl", "ambush"),
        "nine": ("obj", "killed"),
    }
    tags = {"ambush": "NOUN NN", "response": "NOUN NN", "Monday": "PROPN NNP"}
    assert day_of(read(text, tree, {"ambush": "ASSAULT"}, tags), "ambush") == "2019-06-10"


def test_what_goes_on_meanwhile_is_of_the_same_day() -> None:
    text = "Rebels attacked Lowmark on Monday as guards fired."
    tree = {
        "Rebels": ("nsubj", "attacked"),
        "attacked": ("root", "attacked"),
        "Lowmark": ("obj", "attacked"),
        "on": ("case", "Monday"),
        "Monday": ("obl", "attacked"),
        "as": ("mark", "fired"),
        "guards": ("nsubj", "fired"),
        "fired": ("parataxis", "attacked"),
    }
    tags = {"Monday": "PROPN NNP", "guards": "NOUN NNS"}
    assert day_of(read(text, tree, {"fired": "ASSAULT"}, tags), "fired") == "2019-06-10"
