"""Files that leave the vault."""
