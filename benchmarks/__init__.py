"""Measures of every part against gold data; one module an anchor figure."""

# first, as a program that uses histor would: it decides how numpy may use threads
import histor as histor
