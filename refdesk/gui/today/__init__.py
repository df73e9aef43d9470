"""Today: the day's list with what is owed and proposed, and beside it why now and words to start from."""
