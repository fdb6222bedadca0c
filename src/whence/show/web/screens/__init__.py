"""One module per screen, each with a function from what is asked to a page."""
