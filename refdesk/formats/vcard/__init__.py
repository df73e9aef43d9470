"""vCard files of any version to people and back (RFC 6350, RFC 2426)."""
