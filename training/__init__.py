"""The recipe of the language model: from licensed data and a base model to the weights in the package."""
