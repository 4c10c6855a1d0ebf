"""``python -m histor``: the command line."""

from histor.cli.main import run

if __name__ == "__main__":
    run()
