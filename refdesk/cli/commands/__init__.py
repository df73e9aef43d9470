"""One command a file, named for it; each says what it takes (``configure``) and does it (``run``)."""
