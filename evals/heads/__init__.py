"""The heads of the model alone, before any lexicon or rule."""
