"""The audit of a bank: item-writing checks, blind guesses, places of the key, coverage, difficulty."""
