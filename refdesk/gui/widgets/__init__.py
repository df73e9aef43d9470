"""The widgets, painters and list parts that every view is made of; each is handed the theme by its constructor."""
