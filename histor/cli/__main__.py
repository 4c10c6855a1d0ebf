"""``python -m histor.cli`` is ``histor``."""

from histor.cli.main import run

run()
