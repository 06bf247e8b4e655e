"""Plain text: folding, words, paragraphs and their fingerprints; finding numbers, tallies, titles and names."""
