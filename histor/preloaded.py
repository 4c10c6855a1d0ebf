"""Imported by the process that workers are forked from: loads what all of them share."""

from histor import stages

stages.prepare(threads=1)
