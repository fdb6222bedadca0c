"""How stages are executed; knows nothing of news."""
