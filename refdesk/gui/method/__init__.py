"""The method on one page, and every key."""
