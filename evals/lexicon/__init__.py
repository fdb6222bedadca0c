"""How well the event lexicon finds and types the triggers of the project's own gold."""
