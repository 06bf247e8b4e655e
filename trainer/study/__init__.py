"""What the learner answered and, from it, what to ask next."""
