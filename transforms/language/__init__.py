"""The shared view of an article's language: paragraphs, sentences, quotations, lazily parsed syntax, seed tables."""
