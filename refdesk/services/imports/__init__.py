"""People in: from other programs' files and from RefDesk JSON, one import, one transaction, one undo."""
