"""A question as one line of JSON for other programs, or as text for a reader."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from trainer.questions.question import Form

if TYPE_CHECKING:
    from trainer.questions.question import Question


def as_json_line(question: Question) -> str:
    """Return the question as one JSON object on one line, as the command's contract says."""
    content = {
        "id": question.id,
        "card": question.card,
        **({"cards": list(question.cards)} if question.card is None else {}),
        "kind": question.kind,
        "demand": question.demand,
        "template": question.template,
        "form": question.form,
        "lesson": question.lesson,
        "prompt": question.prompt,
        "options": [
            {
                "id": option.id,
                "text": option.text,
                "correct": option.correct,
                "why": option.why,
                "source": option.source,
            }
            # What is to be put in order is the answer, and nothing to choose from.
            for option in (question.options if question.form is Form.CHOICE else ())
        ],
        "answer": _answer(question),
        "explanation": question.explanation,
        "evidence": [
            {"paragraph": evidence.paragraph, "prints": list(evidence.prints)}
            for evidence in question.evidence
        ],
        "facts": list(question.facts),
        "difficulty": round(question.difficulty, 3),
        "tags": list(question.tags),
    }
    return json.dumps(content, ensure_ascii=False)


def _answer(question: Question) -> dict[str, object] | list[str]:
    """Return the answer in words, of a match with its pairs; or the list of an order, first to last."""
    if question.form is Form.ORDER:
        return _texts_in_order(question)
    answer: dict[str, object] = {
        "text": question.answer.text,
        "accepted": list(question.answer.accepted),
    }
    if question.answer.pairs:
        answer["pairs"] = [list(pair) for pair in question.answer.pairs]
    return answer


def _texts_in_order(question: Question) -> list[str]:
    texts = {option.id: option.text for option in question.options}
    return [texts[name] for name in question.answer.order]


def as_text(question: Question) -> str:
    """Return the question as paragraphs to read, the key marked, with every reason."""
    lines = [question.id, question.prompt]
    if question.form is Form.CHOICE:
        for number, option in enumerate(question.options, 1):
            lines.append(f"  {number}{'*' if option.correct else ' '} {option.text}")
            lines.append(f"       {option.why}")
    elif question.form is Form.ORDER:
        lines += [f"  {n}. {text}" for n, text in enumerate(_texts_in_order(question), 1)]
    elif question.form is Form.MATCH:
        lines += [f"  {name}: {text}" for name, text in question.answer.pairs]
    else:
        lines.append(f"  {question.answer.text}")
        if also := question.answer.accepted[1:]:
            lines.append(f"       also: {'; '.join(also)}")
    lines.append(f"  {question.explanation}")
    return "\n".join(lines) + "\n"
