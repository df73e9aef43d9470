"""The window: one folder per view, with the theme and the widgets that all of them share."""
