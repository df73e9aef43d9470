"""RefDesk JSON, the whole book as one file, to records and back (`docs/interchange.md`)."""
