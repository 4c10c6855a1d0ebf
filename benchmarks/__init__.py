"""Measures of every part against gold data; one module an anchor figure."""
