"""Plain text: folding, words, paragraphs and their fingerprints, numbers and tallies in words."""
