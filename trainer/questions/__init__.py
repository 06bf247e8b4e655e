"""Questions: cards, families, proof, distractors, wording, and the bank of a chapter."""
