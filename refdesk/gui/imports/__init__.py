"""The view that brings people in from other programs' files, in four steps."""
