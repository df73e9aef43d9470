"""The timeline: everything that was logged, newest first, and an entry to be changed in its place."""
