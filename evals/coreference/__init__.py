"""How well mentions of the same thing are put together: the measures of the CoNLL shared tasks."""
