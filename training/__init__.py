"""How histor's models are made and measured; never imported by ``histor``."""
