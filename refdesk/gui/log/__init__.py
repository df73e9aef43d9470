"""Logging what happened: one line, in the window over everything and in a contact, and what was understood of it."""
