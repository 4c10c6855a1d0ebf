"""Numbers: how many, of what, and of which event."""
