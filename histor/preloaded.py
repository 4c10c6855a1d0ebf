"""Imported by the process that workers are forked from: loads what all of them share."""

import gc

from histor import stages

stages.prepare(threads=1)
# what is never looked at by the collector is never written to, and stays shared
gc.collect()
gc.freeze()
