from __future__ import annotations

import gc

import pytest

from histor import stages
from histor.collector import held_back
from histor.records import Page


def test_the_collector_is_held_back_and_let_go() -> None:
    with pytest.raises(ValueError, match="stop"), held_back():
        assert not gc.isenabled()
        with held_back():
            pass
        assert not gc.isenabled()
        raise ValueError("stop")
    assert gc.isenabled()


def test_a_page_that_was_read_leaves_nothing_that_holds_itself() -> None:
    text = "The governor said on Monday that rebels had killed two soldiers near his town. " * 4
    page = Page(location="a", key="a", sha256="", media="text", text=text, encoding="utf-8")
    list(stages.process([page]))  # what is loaded once may
    gc.collect()
    with held_back():
        list(stages.process([page]))
        assert gc.collect() < 20
