"""What authors may write in a chapter's files: one pydantic model for each sort of fact.

The models check one entry at a time and give the JSON schemas in `schemas/`; what takes more than one entry
to see (an unknown id, a derived date that disagrees) is checked in `trainer.chapters.checks`.
"""
