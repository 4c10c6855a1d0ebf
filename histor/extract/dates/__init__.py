"""Expressions of time, their normal forms, and which of them dates what."""
