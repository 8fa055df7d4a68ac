"""The rules of English time phrases, by kind; importing a module registers its rules."""
