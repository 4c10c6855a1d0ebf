from __future__ import annotations

import gc

import pytest

from histor.collector import held_back


def test_the_collector_is_held_back_and_let_go() -> None:
    with pytest.raises(ValueError, match="stop"), held_back():
        assert not gc.isenabled()
        with held_back():
            pass
        assert not gc.isenabled()
        raise ValueError("stop")
    assert gc.isenabled()
