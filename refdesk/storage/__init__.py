"""The book on disk: the only SQL of the program."""
