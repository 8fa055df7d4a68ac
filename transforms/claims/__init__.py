"""From quantities to claims: which of them claim something, and of what, whose, where, how firmly, about when."""
