"""What the user can set: the window's look, reminders, the method's numbers, themselves, and where it all is kept."""
