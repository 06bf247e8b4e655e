"""What persons held: by issue, by speaker and by opponent."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from trainer.chapters.record import LinkType, Statement
from trainer.questions.indexes.records import Records, grouped
from trainer.questions.words import fold


class Statements(Records):
    """The statements of a chapter."""

    @cached_property
    def statements_on(self) -> dict[str, list[Statement]]:
        """The statements on each issue, in the order of the record."""
        return grouped((statement.issue, statement) for statement in self.chapter.statements)

    def statements_near(self, statement: Statement, reach: int) -> list[Statement]:
        """Return up to `reach` statements on an issue, recorded before and after one, itself among them."""
        row = self.statements_on[statement.issue]
        start = self._places_on_issue[statement.id] - reach // 2
        start = max(0, min(start, len(row) - reach))
        return row[start : start + reach]

    @cached_property
    def _places_on_issue(self) -> dict[str, int]:
        rows = self.statements_on.values()
        return {statement.id: place for row in rows for place, statement in enumerate(row)}

    @cached_property
    def statements_of(self) -> dict[tuple[str, str], list[Statement]]:
        """The statements of each speaker on each issue, in the order of the record."""
        statements = self.chapter.statements
        return grouped(((one.issue, one.speaker), one) for one in statements)

    @cached_property
    def statements_against(self) -> dict[tuple[str, str], list[Statement]]:
        """The statements on each issue against each person or body, in the order of the record."""
        return grouped(
            ((statement.issue, who), statement)
            for statement in self.chapter.statements
            for who in dict.fromkeys(statement.opponents)
        )

    @cached_property
    def replies_to(self) -> dict[str, list[Statement]]:
        """The statements that reply to each fact, in the order of the record."""
        return grouped(
            (link.to, statement)
            for statement in self.chapter.statements
            for link in statement.links
            if link.type is LinkType.IN_REPLY_TO
        )

    @cached_property
    def voters_on(self) -> dict[str, frozenset[str]]:
        """Who proposed what decided each issue, or took a side on it."""
        found: dict[str, set[str]] = defaultdict(set)
        for vote in self.chapter.votes:
            if vote.issue is not None:
                found[vote.issue].update(vote.proposed_by, (side.who for side in vote.sides))
        return {issue: frozenset(who) for issue, who in found.items()}

    @cached_property
    def sides_taken(self) -> dict[str, frozenset[str]]:
        """Who spoke or voted on each issue, or is told to have been spoken against."""
        return {
            issue: frozenset(
                who for s in told for who in (s.speaker, *s.also_held_by, *s.opponents)
            )
            | self.voters_on.get(issue, frozenset())
            for issue, told in self.statements_on.items()
        }

    @cached_property
    def adversaries(self) -> dict[str, frozenset[str]]:
        """With whom each person is told to have quarrelled over anything."""
        found: dict[str, set[str]] = defaultdict(set)
        for statement in self.chapter.statements:
            for who in statement.opponents:
                found[statement.speaker].add(who)
                found[who].add(statement.speaker)
        return {person: frozenset(others) for person, others in found.items()}

    @cached_property
    def holders_of_position(self) -> dict[str, set[str]]:
        """Who held a position, by its words."""
        found: dict[str, set[str]] = defaultdict(set)
        for statement in self.chapter.statements:
            found[fold(statement.position)].update((statement.speaker, *statement.also_held_by))
        return found
