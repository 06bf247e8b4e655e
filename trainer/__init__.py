"""Chapter Trainer: learn and teach a history chapter from evidence-backed data."""

__version__ = "0.1.0"
