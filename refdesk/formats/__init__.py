"""Other people's text to domain records and back: no database, no screen."""
