"""A scored attempt at questions of a deck, and a round of its flash cards; no screen, no file, no clock."""
