"""Quantities: numerals read by a grammar, with comparator and unit of measure; no syntax, no decision what claims."""
