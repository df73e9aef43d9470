"""The templates of notes by hand: they assume no pronoun, promise nothing, and read well whatever is not known."""
