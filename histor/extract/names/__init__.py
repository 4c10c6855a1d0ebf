"""Persons, bodies, places and groups: their names, kinds, offices, and what stands for them."""
