"""Loading: what authors may write, and what they are told of everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.problems import EVIDENCE, ORGANIZATIONS, PERSONS, problems_of
from tests.fixtures import ABOUT, write_chapter
from trainer.chapters.loading import load_chapter
from trainer.errors import ContentError, NotFoundError, TrainerError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_chapter_of_nothing_but_its_title_page_loads(tmp_path: Path) -> None:
    chapter = load_chapter(write_chapter(tmp_path))
    assert chapter.id == "small"
    assert chapter.facts() == ()


def test_an_empty_file_is_an_empty_list(tmp_path: Path) -> None:
    assert load_chapter(write_chapter(tmp_path, events="# none yet\n")).events == ()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        NotFoundError, match=r"there is no folder .*nowhere – name a folder that holds"
    ):
        load_chapter(tmp_path / "nowhere")


def test_a_folder_without_a_chapter_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        NotFoundError, match=r"is no chapter – name a folder that holds a chapter\.yaml"
    ):
        load_chapter(tmp_path)


def test_places_begin_with_the_folder_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_chapter(tmp_path, events="- id: x\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ContentError, match=r"^small/events\.yaml:1:3: "):
        load_chapter(folder.relative_to(tmp_path))


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    assert problems_of(
        tmp_path,
        chapter=ABOUT.replace("title", "titel"),
        persons="- id: ann\n  name: [x\n",
        events=f"- {{id: e, title: t, date: 1901-02-30, {EVIDENCE}}}\n",
        terms=f"- {{id: T, name: n, gloss: g, {EVIDENCE}}}\n- {{id: u, gloss: g, {EVIDENCE}}}\n",
        works=f"- {{id: w, title: t, authors: [zoe], {EVIDENCE}}}\n",
    ) == [
        'chapter.yaml:1:1: unknown key "titel" – did you mean "title"?',
        (
            "persons.yaml:3:1: a comma or a closing bracket ] is missing – add it; "
            "what it closes begins in line 2, column 9"
        ),
        'terms.yaml:1:8: id: "T" is not an id – use lower-case letters, digits and single hyphens, such as t',
        'terms.yaml:2:3: the key "name" is missing – add it',
    ]


def test_dates_and_ties_are_checked_beside_entries_that_cannot_be_read(tmp_path: Path) -> None:
    assert problems_of(
        tmp_path,
        persons="- {id: ann, nmae: Ann}\n",
        events=f"- {{id: e, title: t, date: 1901-02-30, people: [{{person: ann, part: actor}}], {EVIDENCE}}}\n",
    ) == [
        (
            "events.yaml:1:27: 30 February does not exist – "
            "February 1901 has 28 days: correct the day or the month"
        ),
        'persons.yaml:1:3: the key "evidence" is missing – add it',
        'persons.yaml:1:13: unknown key "nmae" – did you mean "name"?',
    ]


def _event(text: str) -> dict[str, str]:
    return {"events": f"- id: e\n  title: t\n  {EVIDENCE}\n  {text}\n"}


def _vote(text: str) -> dict[str, str]:
    return {"votes": f"- id: v\n  {EVIDENCE}\n  {text}\n"}


_MOTION = "type: motion\n  motion: m\n  outcome: passed\n  "


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            _event("tilte: u"),
            'events.yaml:4:3: unknown key "tilte" – did you mean "title"?',
            id="a misspelled key",
        ),
        pytest.param(
            _event("people: [{person: ann, part: actor, dead: fell}]"),
            'events.yaml:4:39: unknown key "dead" – did you mean "deed"?',
            id="a misspelled key deep down",
        ),
        pytest.param(
            _event("date: {edtf: 1901, qqq: 1}"),
            'events.yaml:4:22: unknown key "qqq" – '
            "known here: status, note, edtf, calendar, derived, weekday, time_of_day",
            id="an unknown key that resembles nothing",
        ),
        pytest.param(
            _event("date: {derived: {from_: e}}"),
            'events.yaml:4:20: unknown key "from_" – did you mean "from"?',
            id="a key as Python writes it",
        ),
        pytest.param(
            {"events": f"- id: e\n  {EVIDENCE}\n"},
            'events.yaml:1:3: the key "title" is missing – add it',
            id="a missing key",
        ),
        pytest.param(
            {"events": "- id: e\n  title: t\n"},
            'events.yaml:1:3: the key "evidence" is missing – add it',
            id="no evidence",
        ),
        pytest.param(
            {"events": "- id: e\n  title: t\n  evidence: []\n"},
            "events.yaml:3:3: evidence is an empty list – give at least one item",
            id="empty evidence",
        ),
        pytest.param(
            {"events": "- id: e\n  title: t\n  evidence: [{paragraph: 0, prints: ['x']}]\n"},
            "events.yaml:3:26: paragraph: 0 is too small – write 1 or more",
            id="paragraph 0",
        ),
        pytest.param(
            {"events": "- id: e\n  title: t\n  evidence: [{paragraph: 1, prints: [414 votes]}]\n"},
            "events.yaml:3:38: the token 414 votes is not quoted – "
            'write "414 votes": without quotes a comma, a colon or a # would cut it',
            id="an unquoted token",
        ),
        pytest.param(
            {
                "events": "- id: e\n  title: t\n  evidence: [{paragraph: 1, prints: ['a b c d e f g']}]\n"
            },
            "events.yaml:3:38: a token of 7 words – "
            "keep to 6: figures, names and dates as printed, not sentences",
            id="a token of seven words",
        ),
        pytest.param(
            {"events": "- id: e\n  title: t\n  evidence: [{paragraph: 1, prints: 'x'}]\n"},
            'events.yaml:3:37: prints is the text "x", not a list – '
            "write [a, b], or each item on its own line after a dash",
            id="text for a list",
        ),
        pytest.param(
            _event("people: ann"),
            'events.yaml:4:11: people is the text "ann", not a list – '
            "write [a, b], or each item on its own line after a dash",
            id="a name for a list of mappings",
        ),
        pytest.param(
            _event("people: [ann]"),
            'events.yaml:4:12: people is the text "ann", not a mapping – '
            "write {key: value}, or each key on its own line",
            id="a name for a mapping",
        ),
        pytest.param(
            _event("place: [a, b]"),
            "events.yaml:4:3: place is a list, not a text – write a text",
            id="a list for text",
        ),
        pytest.param(
            _event("people:"),
            "events.yaml:4:3: people has no value – give one, or delete the key",
            id="a key without a value",
        ),
        pytest.param(
            _event("statement: ''"),
            "events.yaml:4:14: statement is an empty text – write something, or delete the key",
            id="an empty text",
        ),
        pytest.param(
            _event("basis: protokol"),
            'events.yaml:4:10: basis: "protokol" is not known – did you mean protocol? '
            "(known: protocol, print, eyewitness, memory, inference, hearsay)",
            id="a misspelled word of a list",
        ),
        pytest.param(
            _event("importance: 1"),
            'events.yaml:4:15: importance: "1" is not known – write core, secondary or trivia',
            id="a word that resembles none of its list",
        ),
        pytest.param(
            _event("date: {edtf: 1901, calendar: julien}"),
            'events.yaml:4:32: calendar: "julien" is not known – did you mean julian? '
            "(known: julian, gregorian)",
            id="a misspelled calendar",
        ),
        pytest.param(
            _event("date: {edtf: 1901, calendar: [julian]}"),
            "events.yaml:4:22: calendar has too few items – add what is missing",
            id="half a pair of calendars",
        ),
        pytest.param(
            _event("date: {calendar: julian}"),
            "events.yaml:4:3: a date without `edtf` – "
            "give edtf: 1901-03-04, or derived: {from: …, days: …}",
            id="a date without a date",
        ),
        pytest.param(
            _event("ask: maybe"),
            'events.yaml:4:8: ask: "maybe" is neither true nor false – write true or false',
            id="neither true nor false",
        ),
        pytest.param(
            _event("ask: no"),
            "events.yaml:1:3: e is not asked without a reason – add `reason`",
            id="not asked without a reason",
        ),
        pytest.param(
            _event("importance: core"),
            "events.yaml:1:3: e is core but has no significance – "
            "say in one sentence why it matters, or make it secondary",
            id="core without significance",
        ),
        pytest.param(
            _event("voice: reported"),
            "events.yaml:1:3: e is reported but nobody says so – add `asserted_by`: a person, organization or work",
            id="reported by nobody",
        ),
        pytest.param(
            _event("status: corrected"),
            "events.yaml:1:3: a corrected value without a note – say in `note` what is printed",
            id="corrected without a note",
        ),
        pytest.param(
            _event("links: [{because: e, led_to: e}]"),
            "events.yaml:4:11: a link with 2 ties – "
            "write each as its own item: [{because: A}, {led_to: B}]",
            id="two ties in one link",
        ),
        pytest.param(
            _vote("motion: m"),
            'votes.yaml:1:3: the key "type" is missing – '
            "add `type:` with motion, choice, election, list or figure",
            id="a vote without a type",
        ),
        pytest.param(
            _vote("type: elektion"),
            'votes.yaml:3:9: type: "elektion" is not known – did you mean election? '
            "(known: motion, choice, election, list, figure)",
            id="a misspelled type",
        ),
        pytest.param(
            _vote("type: [motion]"),
            "votes.yaml:3:3: type: this is not known – write motion, choice, election, list or figure",
            id="a list of types",
        ),
        pytest.param(
            _vote(_MOTION + "counts: {for: many}"),
            'votes.yaml:6:17: for: "many" is not a whole number – write it in digits, such as 414',
            id="a number in words",
        ),
        pytest.param(
            _vote(_MOTION + "counts: {for: '79,000'}"),
            'votes.yaml:6:17: for: "79,000" is not a whole number – write 79000',
            id="a number with a comma",
        ),
        pytest.param(
            _vote(_MOTION + "counts: {for: -1}"),
            "votes.yaml:6:17: for: -1 is too small – write 0 or more",
            id="a negative count",
        ),
        pytest.param(
            _vote(_MOTION + "counts: {for: {at_least: 1, at_most: 2}}"),
            "votes.yaml:6:12: a count with 2 numbers – give one of value, at_least, at_most, about",
            id="a count with two bounds",
        ),
        pytest.param(
            _vote(_MOTION + "counts: {for: 519, against: 414, not_voting: 66, present: 1000}"),
            'votes.yaml:6:3: counts add up to 999, but "present" says 1000 – correct one of them',
            id="counts that do not add up",
        ),
        pytest.param(
            _vote(_MOTION + "counts: {for: 4, against: 5}"),
            "votes.yaml:1:3: passed with 4 to 5 – correct the counts or the outcome",
            id="passed by a minority",
        ),
        pytest.param(
            _vote(_MOTION + "counts: {for: 4, against: 4}"),
            "votes.yaml:1:3: passed with 4 to 4 – "
            "correct the counts or the outcome, or name the casting_vote",
            id="passed by nobody's vote",
        ),
        pytest.param(
            _vote("type: motion\n  motion: m\n  outcome: failed\n  counts: {for: 6, against: 5}"),
            "votes.yaml:1:3: failed with 6 to 5 – "
            "correct one, or say in `note` which majority was needed",
            id="failed with a majority",
        ),
        pytest.param(
            _vote("type: motion\n  motion: m\n  outcome: tied\n  counts: {for: 6, against: 5}"),
            "votes.yaml:1:3: tied at 6 to 5 – correct the counts or the outcome",
            id="a tie that is none",
        ),
        pytest.param(
            _vote("type: choice\n  question: q\n  alternatives: [a]"),
            "votes.yaml:5:3: alternatives has 1 of at least 2 items – add what is missing",
            id="a choice of one",
        ),
        pytest.param(
            _vote("type: choice\n  question: q\n  alternatives: [a, b]\n  chosen: c"),
            "votes.yaml:1:3: c was not among the alternatives – copy one of them word by word",
            id="a choice of what was not open",
        ),
        pytest.param(
            _vote("type: list\n  roll: r\n  members: {persons: [ann]}"),
            'votes.yaml:5:3: the key "complete" is missing – add it',
            id="a list that does not say whether it is complete",
        ),
        pytest.param(
            _vote(
                "type: list\n  roll: r\n  members: {complete: true, size: 3, persons: [ann, bob]}"
            ),
            "votes.yaml:5:3: a complete list of 2 with size 3 – correct one, or set complete: false",
            id="a complete list that lacks one",
        ),
        pytest.param(
            _vote(
                "type: list\n  roll: r\n  members: {complete: false, size: 1, persons: [ann, bob]}"
            ),
            "votes.yaml:5:3: 2 persons on a list of size 1 – correct one of them",
            id="more persons than the size",
        ),
        pytest.param(
            _vote("type: election\n  ballots: 9\n  candidates: [{person: ann, votes: 10}]"),
            "votes.yaml:1:3: ann got 10 votes of 9 ballots – correct one of them",
            id="more votes than ballots",
        ),
        pytest.param(
            {"events": "- id: e\n  title: t\n  evidence: [{paragraph: , prints: ['x']}]\n"},
            "events.yaml:3:15: paragraph has no value – give one, or delete the key",
            id="a number without a value",
        ),
        pytest.param(
            {"events": "- id: e\n  title: t\n  evidence: [{paragraph: [3], prints: ['x']}]\n"},
            "events.yaml:3:15: paragraph is a list, not a whole number – write a whole number",
            id="a list for a number",
        ),
        pytest.param(
            _event("ask: [true]"),
            "events.yaml:4:3: ask is a list, not true or false – write true or false",
            id="a list for true or false",
        ),
        pytest.param(
            _event("date: {edtf: 1901, calendar: [julian, julian, julian]}"),
            "events.yaml:4:22: calendar has 3 items of at most 2 – delete what is too many",
            id="three calendars",
        ),
        pytest.param(
            _vote("type: figure\n  number: 3\n  unit: u\n  round_to: 0"),
            "votes.yaml:6:13: round_to: 0 is too small – write more than 0",
            id="rounded to nothing",
        ),
        pytest.param(
            _vote("type: figure\n  number: 2.5\n  unit: u"),
            'votes.yaml:4:11: number: "2.5" is not a whole number – write it in digits, such as 414',
            id="half a number",
        ),
        pytest.param(
            _vote("type: figure\n  number:\n  unit: u"),
            "votes.yaml:4:3: number has no value – give one, or delete the key",
            id="a figure without a number",
        ),
        pytest.param(
            _vote(_MOTION + "sides: [{for: ann, against: bob}]"),
            "votes.yaml:6:11: a side with 2 stands – "
            "write each as its own item: [{for: A}, {against: B}]",
            id="two stands on one side",
        ),
        pytest.param(
            {"lessons": "- {id: l, title: t, gist: g, question: q, paragraphs: 3 to 5}\n"},
            'lessons.yaml:1:55: paragraphs: "3 to 5" is not written as it should be – such as 30-52, 57',
            id="paragraphs in words",
        ),
        pytest.param(
            {"lessons": f"- {{id: l, title: t, question: q, gist: {'g ' * 121}}}\n"},
            "lessons.yaml:1:40: a gist of 121 words – keep to 120",
            id="a long gist",
        ),
        pytest.param(
            {"omitted": "- reason: r\n"},
            "omitted.yaml:1:3: an omission of nothing – give paragraph, prints or pattern",
            id="an omission of nothing",
        ),
        pytest.param(
            {"omitted": "- {reason: r, pattern: '('}\n"},
            "omitted.yaml:1:24: pattern is no regular expression: "
            "missing ), unterminated subpattern at position 0 – correct it",
            id="a pattern that is none",
        ),
        pytest.param(
            {"omitted": "- {reason: r, prints: 'a', pattern: 'a'}\n"},
            "omitted.yaml:1:3: an omission with both prints and pattern – write two of them",
            id="an omission of two things",
        ),
        pytest.param(
            {"omitted": "- {reason: r, pattern: a}\n"},
            'omitted.yaml:1:24: the token a is not quoted – write "a": without quotes a comma, a colon or a # would cut it',
            id="a pattern without quotes",
        ),
        pytest.param(
            {"omitted": "- {reason: r, pattern: \\bMayor's\\b}\n"},
            "omitted.yaml:1:24: the token \\bMayor's\\b is not quoted – write '\\bMayor''s\\b': "
            "without quotes a comma, a colon or a # would cut it",
            id="a pattern with a backslash and without quotes",
        ),
        pytest.param(
            {"omitted": "- {reason: r, pattern: '.+'}\n"},
            "omitted.yaml:1:24: pattern matches whatever is printed, even “Qx zvw 7 4829” – write out words "
            "that stand in each match, or name the items one by one with `prints`",
            id="a pattern that leaves out everything",
        ),
        pytest.param(
            {"omitted": "- {reason: r, pattern: 'a', class: tally}\n"},
            'omitted.yaml:1:36: class: "tally" is not known – write date, number, title, name or paragraph',
            id="an omission of an unknown class",
        ),
        pytest.param(
            {"chapter": ABOUT.replace("format: 1", "format: 2")},
            'chapter.yaml:6:9: format: "2" is not known – write 1',
            id="a format of the future",
        ),
        pytest.param(
            {"chapter": ABOUT.replace("1901", "3001")},
            "chapter.yaml:4:7: year: 3001 is too large – write 2999 or less",
            id="a year out of range",
        ),
        pytest.param(
            {"chapter": ABOUT + "issues: [a]\n"},
            "chapter.yaml:10:1: issues is a list, not a mapping – "
            "write {key: value}, or each key on its own line",
            id="issues as a list",
        ),
        pytest.param(
            {"chapter": ABOUT + "issues: {An Issue: a}\n"},
            'chapter.yaml:10:10: issues: "An Issue" is not an id – '
            "use lower-case letters, digits and single hyphens, such as an-issue",
            id="an issue that is no id",
        ),
        pytest.param(
            {"chapter": ""},
            "chapter.yaml: the file is empty – write keys such as `title: …`, one a line",
            id="an empty chapter.yaml",
        ),
        pytest.param(
            {"chapter": "- a\n"},
            "chapter.yaml:1:1: this is no mapping – write keys such as `title: …`, one a line",
            id="a list for chapter.yaml",
        ),
        pytest.param(
            {"terms": "a: b\n"},
            "terms.yaml:1:1: this is no list – begin each entry with a dash: `- id: …`",
            id="a mapping for a list file",
        ),
        pytest.param(
            {"terms": "- a\n"},
            "terms.yaml:1:3: an entry that is no mapping – write keys: `- id: …`",
            id="text for an entry",
        ),
        pytest.param(
            {"event": "- id: e\n"},
            "event.yaml: no file of a chapter has this name – rename it to events.yaml",
            id="a misspelled file name",
        ),
        pytest.param(
            {"qqq": "- id: e\n"},
            "qqq.yaml: no file of a chapter has this name – move it away; known are chapter.yaml, "
            "lessons.yaml, persons.yaml, organizations.yaml, events.yaml, votes.yaml, works.yaml, "
            "statements.yaml, terms.yaml, omitted.yaml",
            id="a file that has no business here",
        ),
    ],
)
def test_bad_input_is_told_in_one_line(tmp_path: Path, files: dict[str, str], told: str) -> None:
    files = {"persons": PERSONS, "organizations": ORGANIZATIONS, **files}
    assert problems_of(tmp_path, **files) == [told]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    folder = write_chapter(tmp_path)
    (folder / "events.yaml").mkdir()
    with pytest.raises(
        TrainerError,
        match=r"^cannot read .*events\.yaml: .* – move it away: events\.yaml is a file$",
    ):
        load_chapter(folder)


def test_a_file_that_ends_in_yml_is_told(tmp_path: Path) -> None:
    folder = write_chapter(tmp_path)
    (folder / "events.yml").write_text("[]")
    with pytest.raises(ContentError, match=r"rename it to events\.yaml"):
        load_chapter(folder)


def test_the_examples_of_the_documentation_load(tmp_path: Path) -> None:
    people = "lenin krupskaya sverdlov dzerzhinsky stalin zinoviev kamenev milutin nogin smilga"
    people += " fedorov teodorovich bubnov glebov-avilov pravdin trotsky molotov zalutsky"
    bodies = "petrograd-soviet mensheviks essars bolsheviks april-conference"
    evidence = 'evidence: [{paragraph: 30, prints: ["x"]}]'
    folder = write_chapter(
        tmp_path,
        chapter=ABOUT.replace("gregorian", "julian").replace("1901", "1917"),
        persons="".join(f"- {{id: {i}, name: {i.title()}, {evidence}}}\n" for i in people.split()),
        organizations="".join(f"- {{id: {i}, name: {i}, {evidence}}}\n" for i in bodies.split())
        + """\
- id: information-bureau
  name: Information Bureau on Fighting the Counter-Revolution
  classification: committee
  memberships: {complete: true, persons: [{person: sverdlov}, {person: bubnov}, {person: trotsky}]}
  evidence: [{paragraph: 114, prints: ["Sverdlov, Bubnov and I"]}]
""",
        events="""\
- id: lenin-returns
  title: Lenin's return to Petrograd                     # noun phrase: "the date of …"
  statement: Lenin reached Petrograd from Switzerland.   # full sentence, past tense, our own words
  date: {edtf: 1917-04-03, calendar: julian}
  people:                                                # deed: a predicate that follows the bare name
    - {person: lenin, part: actor, deed: returned to Petrograd across Germany and Finland}
    - {person: krupskaya, part: companion}
  place: petrograd
  lesson: april-turn
  importance: core                                       # core | secondary | trivia
  significance: It ended three weeks in which the party had no clear line.   # required for core
  basis: print
  evidence: [{paragraph: 30, prints: ["third [ 16] of April", "Krupskaya"]}]
- id: garrison-breaks-with-staff
  title: the break
  evidence: [{paragraph: 30, prints: ["x"]}]
- id: soviet-first-bolshevik-resolution
  title: the first resolution
  date: 1917-08-31
  evidence: [{paragraph: 30, prints: ["x"]}]
- id: orders-of-24-october
  title: the distribution of posts on the eve of the rising
  date: {edtf: 1917-10-24, calendar: julian}
  people:
    - {person: sverdlov, part: actor, deed: was told to watch the Provisional Government}
    - {person: sverdlov, part: actor, deed: was told to keep in touch with the Fortress}
    - {person: dzerzhinsky, part: actor, deed: was given the post and telegraph}
    - {person: stalin, part: absent, basis: protocol}
  links: [{because: garrison-breaks-with-staff}]         # because | led_to | in_reply_to | reverses
  evidence: [{paragraph: 30, prints: ["x"]}]
""",
        votes="""\
- id: soviet-rejects-coalition
  type: motion
  organization: petrograd-soviet
  motion: keep the old presidium and the policy of coalition
  date: {derived: {from: soviet-first-bolshevik-resolution, days: 9}}
  counts: {for: 414, against: 519, not_voting: 67}       # half-known: {for: 6, against: {at_least: 1}}
  outcome: failed                                        # passed | failed | tied | deferred | unknown
  sides: [{for: mensheviks}, {for: essars}, {against: bolsheviks}]
  evidence: [{paragraph: 109, prints: ["414 votes", "519 opposed", "67 not voting"]}]
- id: april-central-committee
  type: election
  session: april-conference
  delegates: 133
  ballots: 109
  candidates: [{person: lenin, votes: 104}, {person: zinoviev, votes: 101}, {person: stalin, votes: 97}, {person: kamenev, votes: 95}]
  elected: {size: 9, complete: true, ordered_by_votes: false, persons: [lenin, zinoviev, kamenev, milutin, {person: nogin}, sverdlov, smilga, stalin, fedorov]}
  alternates: {size: 4, complete: true, persons: [teodorovich, bubnov, glebov-avilov, pravdin]}
  evidence: [{paragraph: 30, prints: ["x"]}]
""",
        statements="""\
- id: stalin-for-unity
  issue: union-with-the-mensheviks
  speaker: stalin
  position: union with Tsereteli's party was possible on the basis of Zimmerwald and Kienthal
  date: {edtf: 1917-04-01, calendar: julian}
  opponents: [molotov, zalutsky]
  basis: protocol
  evidence: [{paragraph: 27, prints: ["Unification is possible"]}]
""",
        lessons="""\
- id: march-without-lenin
  title: March without Lenin
  paragraphs: 1-29
  gist: g
  question: q
- id: april-turn
  title: The April turn
  paragraphs: 30-52
  gist: …at most 120 words of our own that let someone who has not read the chapter follow the questions
  question: Why did one man's arrival change a party's course in three weeks?
  after: [march-without-lenin]
""",
    )
    chapter = load_chapter(folder)
    vote = next(vote for vote in chapter.votes if vote.id == "soviet-rejects-coalition")
    assert vote.when is not None
    assert vote.when.date.edtf == "1917-09-09"


def test_a_list_of_figures_without_quotes_is_told_figure_by_figure(tmp_path: Path) -> None:
    told = problems_of(
        tmp_path, events="- {id: e, title: t, evidence: [{paragraph: 1, prints: [79,000]}]}\n"
    )
    assert [line.partition(" – ")[0] for line in told] == [
        "events.yaml:1:56: the token 79 is not quoted",
        "events.yaml:1:59: the token 000 is not quoted",
    ]
