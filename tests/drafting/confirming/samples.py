"""A chapter of drafts as authors leave them: with comments, in both ways of writing YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.drafting.confirming.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.drafting.confirming.sheets import Item

TEXT = """The Lamp

Captain Bram Tolley hung a lamp on 3 March 1888. Ida Fenn took the minutes, and Mrs. Rudd paid.

On 10 March the Board met. Tolley and Fenn voted for a new lamp; Ida Rudd [once Fenn] was against.
"""

FILES = {
    "chapter.yaml": """\
title: The Lamp
work: Tales
author: N. Carew
year: 1888
calendar: gregorian
format: 1
version: 0.1
licence: CC BY 4.0
segmentation: blank-line
""",
    "persons.yaml": """\
# schema line
# People.

- id: bram-tolley   # the captain
  name: Bram Tolley
  status: draft
  evidence: [{paragraph: 2, prints: ["Captain Bram Tolley"]}]

# A comment of the author's, on Ida.
- {id: ida-fenn, name: Ida Fenn, other_names: [Mrs. Rudd], status: draft, evidence: [{paragraph: 2, prints: ["Ida Fenn"]}, {paragraph: 2, prints: ["Mrs. Rudd"]}]}
- status: draft
  id: tolley
  name: Tolley
  evidence:
    - {paragraph: 3, prints: ["Tolley"]}
# the end
""",
    "organizations.yaml": """\
- id: board
  name: Board
  classification: board
  evidence: [{paragraph: 3, prints: ["Board"]}]
""",
    "events.yaml": """\
- id: lamp-hung
  title: "“hung a lamp”"
  date: {edtf: 1888-03-03}
  people:
    - {person: bram-tolley, part: actor}   # he did it
    - {person: tolley, part: actor}
    - {person: ida-fenn, part: present}
  status: draft
  evidence: [{paragraph: 2, prints: ["Bram Tolley"]}, {paragraph: 2, prints: ["3 March 1888", "Mrs. Rudd"]}]
- id: board-met
  title: the meeting of the board
  date: {derived: {from: lamp-hung, weeks: 1}}
  people: [{person: tolley, part: present}]
  organizations: [board]
  status: draft
  evidence: [{paragraph: 3, prints: ["10 March"]}]
""",
}


def desk_of(root: Path, **changed: str) -> Desk:
    """Write the chapter, with some files otherwise, and open it."""
    folder = root / "lamp"
    folder.mkdir(exist_ok=True)
    for name, text in (FILES | {f"{name}.yaml": text for name, text in changed.items()}).items():
        folder.joinpath(name).write_bytes(text.encode())
    return Desk.open(folder)


def entry(desk: Desk, name: str) -> Item:
    """Return the entry with an id."""
    return next(one for sheet in desk.sheets.values() for one in sheet.items if one.id == name)


def written(desk: Desk) -> dict[str, str]:
    """Return the files as they are on disk."""
    return {path.name: path.read_bytes().decode() for path in sorted(desk.folder.glob("*.yaml"))}
