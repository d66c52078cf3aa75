"""Share packs and the ledger."""
