"""CSV address books of many programs to people, and people to a table for spreadsheets."""
