"""What a user can do: one verb is one function, one transaction and one undo."""
