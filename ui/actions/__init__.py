"""Actions wherever they are listed: in a session, on somebody's page, and all of them."""
