"""Preparing an ask: one person, one specific thing, face to face."""
