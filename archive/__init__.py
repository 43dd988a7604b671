"""Taking the record out and in."""
