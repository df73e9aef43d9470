"""The local reminder service: from what is due to what is shown, and what the answer does."""
