"""Entries of one line each, with evidence."""

from __future__ import annotations

from tests.chapters.problems import EVIDENCE, ORGANIZATIONS, PERSONS


def entry(text: str) -> str:
    """Write one entry on one line, with evidence."""
    return f"- {{{text}, {EVIDENCE}}}\n"


def event(text: str, name: str = "e") -> str:
    return entry(f"id: {name}, title: t, {text}")


def vote(text: str) -> str:
    return entry(f"id: v, {text}")


def lesson(text: str, name: str = "l") -> str:
    return f"- {{id: {name}, title: t, gist: g, question: q, {text}}}\n"


def person(text: str, name: str = "carl") -> str:
    return PERSONS + entry(f"id: {name}, name: Carl Oak, {text}")


def organization(text: str) -> str:
    return ORGANIZATIONS + entry(f"id: board, name: Board, {text}")
