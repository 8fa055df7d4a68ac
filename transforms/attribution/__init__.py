"""Who says a number: cues, speakers, quotations, chains, and one name for each speaker across the article."""
