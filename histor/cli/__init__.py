"""The ``histor`` command: it parses, calls the case, and prints."""
