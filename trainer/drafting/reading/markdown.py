"""Markdown as paragraphs: its signs are taken out, each heading and item of a list is a paragraph of its own."""

from __future__ import annotations

import re

from trainer.drafting.reading.source import Source, of_blocks

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOLD = re.compile(r"^(title|author):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ ]{0,3}(```+|~~~+)")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^[ ]{0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"^[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+")
_TABLE_RULE = re.compile(r"^[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$")
_REFERENCE = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+")
_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*")
_IMAGE = re.compile(r"!\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_LINK = re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_NOTE_MARK = re.compile(r"\[\^(\d+)\]")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_CODE = re.compile(r"`+([^`\n]+)`+")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(text: str) -> Source:
    """Return the paragraphs of a Markdown text.

    Single asterisks and underscores stay: by them a title is known.
    """
    front = _FRONT_MATTER.match(text)
    told = dict(_TOLD.findall(front[1])) if front else {}
    body = _COMMENT.sub(" ", text[front.end() :] if front else text)
    blocks, heading = _blocks(body.split("\n"))
    return of_blocks(
        [_plain(block) for block in blocks],
        title=told.get("title", "") or _plain(heading),
        author=told.get("author", ""),
    )


def _blocks(lines: list[str]) -> tuple[list[str], str]:
    """Return the paragraphs of lines, and the first heading among them."""
    blocks: list[list[str]] = [[]]
    heading = ""
    fence = ""
    for line in lines:
        opened = _FENCE.match(line)
        if fence or opened:
            # What stands between fences is read as it stands, line by line.
            if opened and not fence:
                fence = opened[1]
            elif opened and opened[1].startswith(fence):
                fence = ""
            else:
                blocks.append([line])
            continue
        bare = _QUOTE.sub("", line)
        if title := _HEADING.match(bare):
            blocks += [[title[1]], []]
            heading = heading or title[1]
        elif _UNDERLINE.match(bare) and blocks[-1]:
            heading = heading or " ".join(blocks[-1])
            blocks.append([])
        elif not bare.strip() or _RULE.match(bare) or _TABLE_RULE.match(bare):
            blocks.append([])
        elif not _REFERENCE.match(bare):
            if _ITEM.match(bare) or _NOTE.match(bare) or bare.lstrip().startswith("|"):
                blocks.append([])
            bare = _NOTE.sub(r"[\1] ", _ITEM.sub("", bare))
            blocks[-1].append(bare.replace("|", " ") if bare.lstrip().startswith("|") else bare)
    return [" ".join(block) for block in blocks if block], heading


def _plain(block: str) -> str:
    block = _IMAGE.sub(r"\1", block)
    block = _LINK.sub(r"\1", block)
    block = _NOTE_MARK.sub(r"[\1]", block)
    block = _STRONG.sub(r"\2", block)
    block = _CODE.sub(r"\1", block)
    return _ESCAPED.sub(r"\1", _TAG.sub("", block))
