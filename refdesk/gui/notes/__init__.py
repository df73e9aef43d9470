"""The notes desk: what is to be written by hand, its wording, its envelope."""
