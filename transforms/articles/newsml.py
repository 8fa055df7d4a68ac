"""NewsML-G2 and NITF news items of the agencies, one article an item. Entities are never expanded."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from lxml import etree

from transforms.articles.blocks import html_text
from transforms.articles.found import Fault, Found, Unusable
from transforms.articles.limits import Limits

_PARAGRAPHS = ("p", "h1", "h2", "h3", "li", "hl2", "td")
_LOCAL = "*[local-name()='{}']"


def parser() -> etree.XMLParser:
    """A parser that reads no entities, no DTD, nothing from the network, and no endless documents."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)


def read(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """The articles of a newsMessage, newsItem or NITF document; Unusable `malformed` with the parser's words."""
    try:
        tree = etree.fromstring(data.strip(), parser=parser())
    except (etree.LxmlError, ValueError) as error:
        raise Unusable("malformed", f"{landed['origin']}: not readable as XML ({error}); mend or remove it") from error
    if tree.getroottree().docinfo.internalDTD is not None and any(True for _ in tree.iter(etree.Entity)):
        raise Unusable("malformed", f"{landed['origin']}: uses entities of its own; expected plain NewsML-G2")
    items = [tree] if _name(tree) in ("newsItem", "nitf") else tree.xpath("//" + _LOCAL.format("newsItem"))
    if not items:
        raise Unusable("missing_field", f"{landed['origin']}: no newsItem in it; expected NewsML-G2 or NITF")
    for index, item in enumerate(items):
        found = _item(item)
        found.index = index
        found.row = {"xml": etree.tostring(item, encoding="unicode")[:20000]}
        yield found


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _texts(item: etree._Element, *path: str) -> list[str]:
    """Texts of the elements at a path of local names, anywhere below the item."""
    query = ".//" + "/".join(_LOCAL.format(step) for step in path)
    return [text for element in item.xpath(query) if (text := " ".join("".join(element.itertext()).split()))]


def _item(item: etree._Element) -> Found:
    found = Found(body=_body(item))
    for field, paths in (
        ("title", (("contentMeta", "headline"), ("hedline", "hl1"), ("head", "title"))),
        ("published", (("itemMeta", "firstCreated"), ("contentMeta", "contentCreated"), ("itemMeta", "versionCreated"))),
        ("modified", (("contentMeta", "contentModified"), ("itemMeta", "versionCreated"))),
        ("publisher", (("contentMeta", "infoSource", "name"), ("itemMeta", "provider", "name"), ("distributor", "org"))),
        ("authors", (("contentMeta", "creator", "name"), ("contentMeta", "by"), ("byline", "person"))),
    ):
        for path in paths:
            for text in _texts(item, *path):
                found.say(field, "fields", text, "/".join(path))
    for field, query in (
        ("published", f".//{_LOCAL.format('date.issue')}/@norm"),
        ("publisher", f".//{_LOCAL.format('provider')}/@literal | .//{_LOCAL.format('pubdata')}/@name"),
        ("language", f".//{_LOCAL.format('contentMeta')}/{_LOCAL.format('language')}/@tag | @xml:lang"),
        ("url", f".//{_LOCAL.format('link')}[contains(@rel, 'web')]/@href"),
    ):
        for value in item.xpath(query, namespaces={"xml": "http://www.w3.org/XML/1998/namespace"}):
            found.say(field, "fields", str(value), query.rsplit("/", 1)[-1])
    return found


def _body(item: etree._Element) -> str:
    """The inline body: XHTML or NITF paragraphs, else plain inline data."""
    for name in ("body.content", "body"):
        for element in item.xpath(f".//{_LOCAL.format(name)}"):
            text = html_text(_without_namespaces(element))
            if text.strip():
                return text
    return "\n\n".join(_texts(item, "contentSet", "inlineData"))


def _without_namespaces(element: etree._Element) -> str:
    kept = (part for part in element.iter() if _name(part) in _PARAGRAPHS)
    texts = (" ".join("".join(part.itertext()).split()) for part in kept)
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
