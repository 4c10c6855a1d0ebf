from __future__ import annotations

import re
from pathlib import Path

from tests.tutorial import TUTORIAL, as_run


def test_the_tutorial_prints_what_it_says(tmp_path: Path) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert len(re.findall("```python", text)) == len(re.findall("```text", text)) > 5
    assert as_run(text, tmp_path) == text
