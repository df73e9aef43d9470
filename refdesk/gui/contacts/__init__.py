"""Contacts: everybody in the book, and one person on a page, with their facts in place."""
