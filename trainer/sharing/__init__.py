"""Chapters as files that one person gives another."""
