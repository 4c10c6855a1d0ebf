"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# how long a case takes is the machine's matter; speed is measured by benchmarks
settings.register_profile("histor", deadline=None)
settings.load_profile("histor")
