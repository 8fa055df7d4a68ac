"""Time expressions: found and resolved to TIMEX3 values and days; no decision about what they date."""
