"""Markdown read back as a program of the reader's own would: its blocks, and what is no plain text."""

from __future__ import annotations

from typing import Final
from unicodedata import category

from markdown_it import MarkdownIt

from culture_tui.domain.safe_text import clean

_READER: Final = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_TEXT: Final = {"text", "softbreak"}


def blocks(page: str) -> list[str]:
    """What a page is made of: `heading_open h2`, `tr_open tr`, `paragraph_open p` …, in order."""
    return [f"{token.type} {token.tag}" for token in _READER.parse(page) if token.type != "inline"]


def markup(page: str) -> list[str]:
    """What in the text is no text: links, images, code, emphasis, raw HTML, breaks."""
    inline = [child for token in _READER.parse(page) for child in token.children or ()]
    raw = [token.type for token in _READER.parse(page) if token.type in {"html_block", "code_block", "fence"}]
    return [*raw, *(child.type for child in inline if child.type not in _TEXT)]


def words(page: str) -> list[str]:
    """The words that a reader sees, in order."""
    texts = (
        "".join(child.content if child.type == "text" else " " for child in token.children or ())
        for token in _READER.parse(page)
    )
    return " ".join(texts).split()


def seen(text: str) -> list[str]:
    """The words of a text as they should be seen."""
    return clean(text).split()


def harmless(text: str) -> str:
    """A text of as many lines without anything in it that could be markup."""
    return "\n".join("x" if line.strip() else "" for line in clean(text).split("\n"))


def acting(text: str) -> set[str]:
    """The characters that drive a terminal, break a line, turn one around or are half of one."""
    turning = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)}
    kinds = {"Cc", "Cs", "Cn", "Zl", "Zp"}
    return {each for each in set(text) - {"\n"} if category(each) in kinds} | turning & set(text)
