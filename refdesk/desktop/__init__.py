"""The operating system: the clock and the folders, each behind one small interface."""
