"""A teacher's selection of questions: the deck file, what it selects, what there is to choose from."""
