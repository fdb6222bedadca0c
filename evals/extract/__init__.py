"""How well events and their arguments are read: against the project's own gold annotation."""
