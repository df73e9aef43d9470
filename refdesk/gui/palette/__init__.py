"""The command palette: people and everything that can be done, found by typing."""
