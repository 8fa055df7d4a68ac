"""A fragment of HTML as paragraphs of text, for bodies that stand as HTML in a record or news item."""

from __future__ import annotations

import re

from lxml import etree, html

_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|a|b|i|em|strong|span|section|figure|table)\b[^<>]*>", re.IGNORECASE)
_EDGE = {
    "br": "\n",
    **dict.fromkeys("p div h1 h2 h3 h4 h5 h6 li ul ol blockquote section article table tr figure figcaption header footer".split(), "\n\n"),
}
_SPACES = re.compile(r"\s+")
_SILENT = frozenset(("script", "style", "noscript", "template", "iframe", "svg"))


def html_text(value: str) -> str:
    """The text of an HTML fragment, paragraphs parted by a blank line; a value without tags is returned as it is."""
    if not _TAG.search(value):
        return value
    try:
        tree = html.fragment_fromstring(value, create_parent="div")
    except (etree.LxmlError, ValueError):
        return value
    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            pieces.append(_EDGE.get(element.tag, ""))
            if element.tag in _SILENT:
                walk.skip_subtree()
            else:
                pieces.append(_SPACES.sub(" ", element.text or ""))
        else:
            pieces += [_EDGE.get(element.tag, "") if element.tag != "br" else "", _SPACES.sub(" ", element.tail or "")]
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
