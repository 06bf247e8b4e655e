"""Anki decks: the only package that knows genanki."""
