"""The view of the very first start."""
