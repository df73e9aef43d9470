"""The sample book: an invented adviser's two years with invented people, to explore and to test with."""

from refdesk.services.sample.book import sample_book

__all__ = ["sample_book"]
