"""How the window looks: colours, type, icons, and the one object that hands them out."""
