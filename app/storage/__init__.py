"""The encrypted database: connection, schema, rows."""
