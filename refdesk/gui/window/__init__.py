"""The main window: the sidebar, the place for views, the line at the foot, and what reaches over all views."""
