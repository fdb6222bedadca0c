"""Screens of an account: what a person reads. They show what is stored and decide nothing."""
