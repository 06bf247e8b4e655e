"""Keeping blind guesses from gaining: the name that one has met most often must not be right too often.

Who spoke on most issues and sat on most committees cannot stand as a distractor where they were present, and
so their name would be a good guess wherever it stands. Questions of which that is so are kept up to the number
at which the guess gains nothing; the cards can still be asked without options.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from trainer.chapters.record import Importance
from trainer.questions.proof import MOST_OPTIONS
from trainer.questions.question import Withheld
from trainer.questions.seeding import Seeded
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from trainer.questions.question import Question

# Of a list of twenty each further card asks for what the others have told.
_MEMBERS_ASKED = 5

# Nobody sees a habit in so few answers.
_TOO_FEW_TO_GUESS_FROM = 6

# Whom a chapter is about one knows before the first question: where there is a habit, fewer are kept.
_FEWEST_KNOWN = 2

# Fewer would leave nothing to ask of a chapter in which nothing was voted down.
_FEWEST_CARRIED = 4

_OF_THESE = " of these"
# After so many the turning points of a story are known for what they are.
_ANSWERS_ALIKE = 4

_OF_LISTS, _OUTCOME = frozenset({"member", "elected", "alternate"}), "outcome"
_TIES = frozenset({"because", "led-to", "basis"})


def without_best_guesses(
    questions: Iterable[Question], names: Container[str]
) -> tuple[list[Question], list[Withheld]]:
    """Return the questions without those, template by template, that make the most frequent name a good guess.

    Those on core facts are balanced by themselves, since decks of these alone are common. Chance names which are
    kept, of other facts the more important first.
    """
    questions = list(questions)
    met = Counter(o.id for question in questions for o in question.options if o.id in names)
    reason = "the name met most often would be right too often"
    return _balanced(questions, met, _TOO_FEW_TO_GUESS_FROM, reason)


def without_known_names(
    questions: Iterable[Question], mentions: Mapping[str, int]
) -> tuple[list[Question], list[Withheld]]:
    """Return the questions without those, template by template, that make the best known person a good guess.

    That is whom most facts of the chapter name, as a reader of the chapter knows without having met a question.
    """
    reason = "the person named most often in the chapter would be right too often"
    return _balanced(list(questions), mentions, _FEWEST_KNOWN, reason)


def _balanced(
    questions: Sequence[Question], worths: Mapping[str, int], fewest: int, reason: str
) -> tuple[list[Question], list[Withheld]]:
    """Return the questions without those in which the worthiest is right more often than by chance.

    Of the core ones of a template, and of the others, so many as `fewest` are kept in any case.
    """
    guessed, others = defaultdict(list), Counter[tuple[str, bool]]()
    for question in questions:
        if question.key.id not in worths:
            continue
        group = (question.template, question.importance is Importance.CORE)
        own, all_of_them = worths[question.key.id], [worths.get(o.id, 0) for o in question.options]
        if min(all_of_them) < own == max(all_of_them):
            guessed[group].append(question)
        else:
            others[group] += 1
    in_all = Counter(template for (template, _), rows in guessed.items() for _ in rows)
    dropped: dict[str, Withheld] = {}
    for (template, core), rows in guessed.items():
        if in_all[template] <= _TOO_FEW_TO_GUESS_FROM:
            continue
        rows.sort(key=lambda q: (q.importance.rank, Seeded("balance", q.id).fraction()))
        for question in rows[max(fewest, others[template, core] // (MOST_OPTIONS - 1)) :]:
            dropped[question.id] = Withheld(
                card=question.cards[0], template=template, reason=reason
            )
    return [q for q in questions if q.id not in dropped], list(dropped.values())


def without_repeats(questions: Iterable[Question]) -> tuple[list[Question], list[Withheld]]:
    """Return the questions without those whose stem is asked already: for the same answer, or for another one.

    Where the stem asks "which of these", other options make it another question. The more important one is kept.
    """
    questions = list(questions)
    met: dict[tuple[str, str], Question] = {}
    dropped: dict[str, Withheld] = {}
    for question in sorted(questions, key=lambda question: question.importance.rank):
        stem = fold(question.prompt)
        mark = (stem, fold(question.key.text) if _OF_THESE in f" {stem} " else "")
        first = met.setdefault(mark, question)
        if first is not question:
            reason = f"it would ask the same as {first.cards[0]}"
            dropped[question.id] = Withheld(
                card=question.cards[0], template=question.template, reason=reason
            )
    return [q for q in questions if q.id not in dropped], list(dropped.values())


def without_long_lists(questions: Iterable[Question]) -> tuple[list[Question], list[Withheld]]:
    """Return the questions without those for more members of one list than are worth asking for.

    Chance names them, card by card, and not the seed.
    """
    questions = list(questions)
    by_list: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        if question.template in _OF_LISTS:
            by_list[f"{question.facts[0]}@{question.template}"].append(question)
    dropped: dict[str, Withheld] = {}
    for row in by_list.values():
        row.sort(key=lambda question: Seeded("member", question.id).fraction())
        for question in row[_MEMBERS_ASKED:]:
            reason = f"{_MEMBERS_ASKED} members of this list are asked for already"
            dropped[question.id] = Withheld(
                card=question.cards[0], template=question.template, reason=reason
            )
    return [q for q in questions if q.id not in dropped], list(dropped.values())


def without_worn_answers(questions: Iterable[Question]) -> tuple[list[Question], list[Withheld]]:
    """Return the questions without those that ask for one cause, effect or basis over and over.

    The important ones are kept first, then those that chance names.
    """
    questions = list(questions)
    by_answer: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in questions:
        if question.template in _TIES:
            by_answer[question.template, question.key.id].append(question)
    dropped: dict[str, Withheld] = {}
    for row in by_answer.values():
        row.sort(key=lambda q: (q.importance.rank, Seeded("worn", q.id).fraction()))
        for question in row[_ANSWERS_ALIKE:]:
            reason = f"{_ANSWERS_ALIKE} questions have this answer already"
            dropped[question.id] = Withheld(
                card=question.cards[0], template=question.template, reason=reason
            )
    return [q for q in questions if q.id not in dropped], list(dropped.values())


def without_easy_outcomes(questions: Iterable[Question]) -> tuple[list[Question], list[Withheld]]:
    """Return the questions without so many carried motions that "carried" would be a good guess."""
    questions = list(questions)
    carried = [q for q in questions if q.template == _OUTCOME and _is_carried(q.key.text)]
    others = sum(q.template == _OUTCOME for q in questions) - len(carried)
    carried.sort(key=lambda q: (q.importance.rank, Seeded("outcome", q.id).fraction()))
    dropped = {
        question.id: Withheld(
            card=question.cards[0], template=_OUTCOME, reason="motions would be carried too often"
        )
        for question in carried[max(_FEWEST_CARRIED, others) :]
    }
    return [q for q in questions if q.id not in dropped], list(dropped.values())


def _is_carried(text: str) -> bool:
    return "carried" in text.lower()
