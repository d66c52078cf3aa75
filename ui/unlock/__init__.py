"""Creating and unlocking a vault."""
