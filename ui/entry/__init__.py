"""What the journal and quick capture share: an entry that is written, and what it is linked to."""
