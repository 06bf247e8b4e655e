"""Choices written by hand, with flaws planted in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.questions.builders import body, event, person
from trainer.chapters.record import Importance
from trainer.questions.audit.item import Item, read_item
from trainer.questions.question import Answer, Demand, Form, Kind, Option, OptionSource, Question

if TYPE_CHECKING:
    from trainer.questions.audit.finding import Check

PEOPLE = (
    person("Anna Bell"),
    person("Carl Dorn", other_names=("Karl Dorn", "The Miller")),
    person("Emma Frost"),
    person("Georg Holt"),
    person("Ivan Jarov"),
    person("The Miller"),
)
BODIES = (
    body("assembly", "North Assembly"),
    body("council", "Town Council"),
    body("guilds", "Guilds"),
)
EVENTS = tuple(
    event(f"event-{number}", title)
    for number, title in enumerate(
        ("the great flood", "the sale of the mill", "the fire at the mill", "the long frost")
    )
)
FACTS: dict[str, Any] = {fact.id: fact for fact in (*PEOPLE, *BODIES, *EVENTS)}
_BY_TEXT = {fact.name: fact.id for fact in (*PEOPLE, *BODIES)} | {
    f"The {each.name}": each.id for each in BODIES
}


def choice(
    stem: str,
    *options: str,
    kind: Kind = Kind.PERSON,
    source: OptionSource = OptionSource.OTHER_FACT,
    fact: str | None = None,
    card: str = "flood:event#who",
    name: str | None = None,
    difficulty: float = 0.5,
) -> Question:
    """Return a choice; the key is the option that begins with an asterisk.

    Options with the name of a person or body are that; with `fact` all are of that sort.
    """
    texts = [option.removeprefix("*") for option in options]
    offered = tuple(
        Option(
            id=_BY_TEXT.get(text) or (f"{fact}-{n}" if fact else f"option-{n}"),
            text=text,
            correct=option.startswith("*"),
            why="",
            source=source,
        )
        for n, (option, text) in enumerate(zip(options, texts, strict=True))
    )
    return Question(
        id=name or f"{card}@planted.choice",
        chapter="flood",
        card=card,
        cards=(card,),
        kind=kind,
        demand=Demand.RECALL,
        template="planted",
        form=Form.CHOICE,
        lesson=None,
        importance=Importance.CORE,
        prompt=stem,
        options=offered,
        answer=Answer(text=next(each.text for each in offered if each.correct)),
        explanation="",
        evidence=(),
        facts=("event",),
        difficulty=difficulty,
    )


def planted(stem: str, *options: str, **given: Any) -> Item:
    return read_item(choice(stem, *options, **given), FACTS)


def dates(stem: str, *options: str, **given: Any) -> Item:
    return planted(stem, *options, kind=Kind.DATE, **given)


def events(stem: str, *options: str, **given: Any) -> Item:
    return planted(stem, *options, kind=Kind.DATE, fact="event", **given)


def said(check: Check, *items: Item) -> str:
    """Return "finding", "not judged" or "passed"."""
    verdict = check(items)
    if verdict.findings:
        return "finding"
    return "not judged" if verdict.not_judged else "passed"
