"""Events across documents, on ECB+."""
