"""Keys, key files, passphrases and recovery keys."""
