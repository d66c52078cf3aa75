"""From a share pack to a document, and from a file back to its words."""
