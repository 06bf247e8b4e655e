"""Invented questions and cards: the strike of the lamplighters of Port Merrow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Wrong
from trainer.chapters.record import Evidence, Importance
from trainer.questions.question import (
    Answer,
    Card,
    Demand,
    Form,
    Front,
    Kind,
    Option,
    OptionSource,
    Question,
)

if TYPE_CHECKING:
    from trainer.answers.verdict import Verdict

CHAPTER = "port-merrow"


def question(
    fact: str = "strike",
    *,
    aspect: str = "when",
    prompt: str = "When did the lamplighters stop work?",
    texts: tuple[str, ...] = ("2 May 1889", "9 May 1889", "1 June 1889", "8 July 1889"),
    key: int = 1,
    whys: tuple[str, ...] = (),
    kind: Kind = Kind.DATE,
    form: Form = Form.CHOICE,
    explanation: str = "The strike began a week after the Gas Company cut the night rate.",
    evidence: tuple[Evidence, ...] = (Evidence(paragraph=12, prints=("ninth of May",)),),
    facts: tuple[str, ...] | None = None,
    cards: tuple[str, ...] | None = None,
    template: str = "when",
) -> Question:
    """Return a question; its options have the ids `a`, `b`, … and the one at `key` is right."""
    card = f"{CHAPTER}:{fact}#{aspect}"
    options = tuple(
        Option(
            id="abcdefghi"[place],
            text=text,
            correct=place == key,
            why=whys[place] if whys else f"{text} is what the reason says.",
            source=OptionSource.OTHER_FACT,
        )
        for place, text in enumerate(texts)
    )
    return Question(
        id=f"{card}@{template}.{form.value}",
        chapter=CHAPTER,
        card=card if cards is None else None,
        cards=cards or (card,),
        kind=kind,
        demand=Demand.RECALL,
        template=template,
        form=form,
        lesson="the-dark-week",
        importance=Importance.CORE,
        prompt=prompt,
        options=options,
        answer=Answer(text=texts[key]),
        explanation=explanation,
        evidence=evidence,
        facts=facts if facts is not None else (fact,),
        difficulty=0.3,
    )


def front(
    fact: str = "strike",
    *,
    stem: str = "When did the lamplighters of Port Merrow stop work?",
    answer: str = "9 May 1889",
    explanation: str = "The strike began a week after the Gas Company cut the night rate.",
    kind: Kind = Kind.DATE,
    evidence: tuple[Evidence, ...] = (Evidence(paragraph=12, prints=("ninth of May",)),),
) -> Front:
    """Return a flash card."""
    return Front(
        card=Card(
            id=f"{CHAPTER}:{fact}#when",
            chapter=CHAPTER,
            fact=fact,
            subject=None,
            aspect="when",
            kind=kind,
            lesson="the-dark-week",
            importance=Importance.CORE,
        ),
        stem=stem,
        answer=answer,
        explanation=explanation,
        evidence=evidence,
    )


STRIKE = question(
    whys=(
        "On 2 May the Gas Company cut the night rate from four shillings to three.",
        "The meeting in the Rope Walk voted to leave the lamps dark from that evening.",
        "On 1 June the Harbour Board offered to hear both sides.",
        "On 8 July the lamps were lit again at the old rate.",
    )
)
LEADER = question(
    "rope-walk",
    aspect="who",
    template="who-did",
    kind=Kind.PERSON,
    prompt="Who moved in the Rope Walk that the lamps stay dark until the old rate was restored?",
    texts=("Abel Thorne", "Hester Quill", "Josiah Penhallow", "Silas Marchbank"),
    key=1,
    whys=(
        "Thorne, the Company's foreman, spoke against it.",
        "Quill kept the lamp-room books and moved it from the floor.",
        "Penhallow, of the Harbour Board, was not at the meeting.",
        "Marchbank only joined the lamplighters in July.",
    ),
    explanation="It was the first time that the lamp-room clerks and the lighters acted together, "
    "and it made the strike one of the whole trade.",
    evidence=(
        Evidence(paragraph=14, prints=("Hester Quill", "Rope Walk")),
        Evidence(paragraph=15, prints=("stay dark",)),
    ),
)
VOTE = question(
    "vote-of-the-board",
    aspect="outcome",
    template="outcome",
    kind=Kind.VOTE,
    prompt="What became of the Harbour Board's motion to light the quays [by contract]?",
    texts=("It was carried narrowly", "It failed by one vote", "It was put off"),
    key=1,
    whys=(
        "It would have needed one more vote than it got.",
        "Six were for it and seven against.",
        "It was put to the vote the same evening.",
    ),
    explanation="The Board could no longer go round the strikers.",
    evidence=(Evidence(paragraph=109, prints=("six votes", "seven opposed")),),
)
QUESTIONS = (STRIKE, LEADER, VOTE)
FRONTS = (
    front(),
    front(
        "rope-walk",
        stem="Who moved in the Rope Walk that the lamps stay dark?",
        answer="Hester Quill, who kept the lamp-room books",
        kind=Kind.PERSON,
        explanation="It was the first time that the clerks and the lighters acted together.",
        evidence=(Evidence(paragraph=14, prints=("Hester Quill", "Rope Walk")),),
    ),
    front(
        "vote-of-the-board",
        stem="What became of the Harbour Board's motion to light the quays by contract?",
        answer="It failed by one vote, six to seven",
        kind=Kind.VOTE,
        explanation="The Board could no longer go round the strikers.",
        evidence=(Evidence(paragraph=109, prints=("six votes",)),),
    ),
)

TYPED = replace(
    question(
        "rope-walk",
        aspect="who",
        template="who-did",
        kind=Kind.PERSON,
        form=Form.TYPED,
        prompt="Who spoke first in the Rope Walk?",
        explanation="Nan Quill spoke first and longest.",
        facts=("rope-walk", "quill"),
    ),
    options=(),
    answer=Answer(
        text="Nan Quill", accepted=("Nan Quill", "Quill", "Old Feather"), sought=("quill",)
    ),
)

ORDER = replace(
    question(
        "strike",
        template="order",
        form=Form.ORDER,
        prompt="Put these events in order, the earliest first.",
        texts=("The strike", "The cut of the rate", "The lighting of the lamps"),
        whys=("Its date: 9 May.", "Its date: 2 May.", "Its date: 8 July."),
        cards=(f"{CHAPTER}:cut#when", f"{CHAPTER}:lit#when", f"{CHAPTER}:strike#when"),
        explanation="The cut came first.",
    ),
    answer=Answer(
        text="The cut of the rate; The strike; The lighting of the lamps", order=("b", "a", "c")
    ),
)
MATCH = replace(
    question(
        "rope-walk",
        template="match",
        form=Form.MATCH,
        kind=Kind.PERSON,
        prompt="Match Abel Thorne, Hester Quill and Nan Bell with what is told of each.",
        texts=("kept the books", "rang the bell", "spoke against it"),
        cards=(f"{CHAPTER}:bell#who", f"{CHAPTER}:quill#role", f"{CHAPTER}:rope-walk#who"),
        explanation="Hester Quill kept the books.",
    ),
    answer=Answer(
        text="Abel Thorne spoke against it; Hester Quill kept the books; Nan Bell rang the bell",
        pairs=(
            ("Abel Thorne", "spoke against it"),
            ("Hester Quill", "kept the books"),
            ("Nan Bell", "rang the bell"),
        ),
    ),
)
RECALL = replace(
    question(
        "rope-walk",
        aspect="because",
        template="because",
        form=Form.RECALL,
        kind=Kind.IDEA,
        prompt="Why were the lamps left dark?",
        explanation="The meeting wanted the old rate back.",
    ),
    options=(),
    answer=Answer(text="Because of the cut of the rate"),
)


def judge(asked: Question, typed: str) -> Verdict:
    """Judge by the examples alone; what begins like one is partly right, and a letter is too little."""
    if len(typed) == 1:
        return AskAgain(Doubt.MORE_SPECIFIC, "Give the whole name.")
    if typed in asked.answer.accepted:
        return Right(f"Right: {asked.answer.text}.")
    if any(text.startswith(typed) for text in asked.answer.accepted):
        return PartlyRight(0.5, "That is half of it.")
    return Wrong("That is somebody else.")
