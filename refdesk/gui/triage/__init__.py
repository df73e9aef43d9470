"""The view that sorts the first ten people, one card at a time, by single keys (`docs/method.md` section 3)."""
