"""The line that is typed to log what happened, to an entry."""
