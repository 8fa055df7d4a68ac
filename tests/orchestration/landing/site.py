"""A made-up news site: thirty pages in ten layouts, with the furniture of real ones, feeds, a sitemap and robots.txt."""

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

PLACES = ("Alverton", "Brackwater", "Corley", "Dunmere", "Eastholm", "Farrow", "Greyling", "Harwick", "Ilmarsh", "Jorvale")
EVENTS = (
    ("Flood drives {n} people from {p}", "The river Ale rose by {m} metres", "a flood relief centre"),
    ("Fire destroys {n} homes in {p}", "Firefighters fought the blaze for {m} hours", "an emergency shelter"),
    ("Strike keeps {n} workers out in {p}", "The two sides met for {m} hours", "an arbitration panel"),
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True)
class Page:
    """One page of the site and what a reader would say of it."""

    number: int
    path: str
    title: str
    paragraphs: tuple[str, ...]
    published: date
    publisher: str

    @property
    def text(self) -> str:
        return "\n\n".join((self.title, *self.paragraphs))


def pages() -> list[Page]:
    """All pages: layout `number % 10`, three stories each."""
    found = []
    for number in range(30):
        place, (title, second, body) = PLACES[number % 10], EVENTS[number // 10]
        count, metres = 100 + 37 * number, 2 + number % 5
        published = date(2024, 10, 1) + timedelta(days=number)
        layout = number % 10
        slug = f"story-{number}"
        path = f"/{published:%Y/%m/%d}/{slug}.html" if layout == 5 else f"/news/{slug}"
        found.append(
            Page(
                number,
                path,
                title.format(n=count, p=place),
                (
                    f"At least {count} people in {place} had to leave everything behind on Monday evening, the town’s mayor told reporters at a briefing.",
                    f"{second.format(m=metres)} before help arrived from the neighbouring towns, and roads to the north stayed closed until the morning.",
                    f"The council will spend $1.{number} million on {body}, according to a statement that was published after the meeting.",
                    f"“We have never seen anything like it in {place},” said Nora Vale, who has run the local café for {10 + number} years.",
                ),
                published,
                f"The {place} Gazette",
            )
        )
    return found


def html(page: Page) -> bytes:
    """The page in its layout."""
    return LAYOUTS[page.number % 10](page)


def _page(page: Page, head: str, main: str, *, lang: str = "en", charset: str = "utf-8") -> bytes:
    furniture_before = (
        '<div id="cookie-banner" class="cookie-consent"><p>We and our 842 partners use cookies.</p><button>Accept all cookies</button></div>'
        '<header class="site-header"><a href="/">Home</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport 24</a></li>'
        '<li><a href="/weather">Weather 12°</a></li></ul></nav></header>'
    )
    furniture_after = (
        '<aside class="sidebar related"><h3>Most read</h3><ul>'
        + "".join(f'<li><a href="/news/old-{number}">{number} things to know about Corley</a></li>' for number in range(1, 6))
        + '</ul></aside><footer class="footer"><p>© 2024 Vale Media Ltd. All rights reserved. Call 0555 0123.</p><a href="/terms">Terms</a></footer>'
        "<script>window.dataLayer = [1, 2, 3];</script>"
    )
    start = f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}">{head}</head>'
    return f"{start}<body>{furniture_before}{main}{furniture_after}</body></html>".encode(charset)


def _paragraphs(page: Page) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in page.paragraphs)


def _json_ld(page: Page) -> bytes:
    head = f"""<title>{page.title} | Gazette</title><script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
    {{"@type": "WebSite", "name": "Gazette network"}}, {{"@type": "Organization", "@id": "#publisher", "name": "{page.publisher}"}},
    {{"@type": ["NewsArticle"], "headline": "{page.title}", "datePublished": "{page.published}T21:30:00+01:00",
      "dateModified": "{page.published}T23:30:00+01:00", "author": [{{"@type": "Person", "name": "Ida Fen"}}], "publisher": {{"@id": "#publisher"}}}}]}}
    </script>"""
    return _page(page, head, f"<main><article><h1>{page.title}</h1>{_paragraphs(page)}</article></main>")


def _open_graph(page: Page) -> bytes:
    head = (
        f'<title>{page.title} - Gazette</title><meta property="og:title" content="{page.title}"><meta property="og:site_name" content="{page.publisher}">'
        f'<meta property="article:published_time" content="{page.published}T08:00:00Z"><meta property="og:locale" content="en_GB">'
    )
    return _page(page, head, f'<div class="story"><h1>{page.title}</h1><div class="story-body">{_paragraphs(page)}</div></div>')


def _meta_names(page: Page) -> bytes:
    head = (
        f'<title>{page.title}</title><meta name="parsely-pub-date" content="{page.published}T08:00:00+01:00"><meta name="author" content="Ida Fen">'
        f'<meta name="application-name" content="{page.publisher}">'
    )
    return _page(page, head, f'<section id="main-content"><h1>{page.title}</h1>{_paragraphs(page)}</section>')


def _time_element(page: Page) -> bytes:
    head = f'<title>{page.title} — News</title><meta property="og:site_name" content="{page.publisher}">'
    stamp = f'<time datetime="{page.published}T10:00:00+00:00">{page.published.day} {MONTHS[page.published.month - 1]} {page.published.year}</time>'
    return _page(page, head, f"<article><header><h1>{page.title}</h1>{stamp}</header>{_paragraphs(page)}</article>")


def _microdata(page: Page) -> bytes:
    main = (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{page.title}</h1>'
        f'<meta itemprop="datePublished" content="{page.published}"><div itemprop="articleBody">{_paragraphs(page)}</div></div>'
    )
    return _page(page, f'<title>{page.title}</title><meta name="dc.publisher" content="{page.publisher}">', main)


def _address_only(page: Page) -> bytes:
    head = f'<title>{page.title}</title><meta property="og:site_name" content="{page.publisher}">'
    return _page(page, head, f'<div class="post"><h1>{page.title}</h1><div class="post-content">{_paragraphs(page)}</div></div>')


def _mobile(page: Page) -> bytes:
    head = (
        f'<title>{page.title}</title><link rel="canonical" href="{page.path}?utm_source=amp"><meta property="og:site_name" content="{page.publisher}">'
        f'<script type="application/ld+json">{{"@type": "WebPage", "datePublished": "{page.published}"}}</script>'
    )
    return _page(page, head, f"<article><h1>{page.title}</h1>{_paragraphs(page)}<p>Read more: What we know so far</p></article>")


def _old_table(page: Page) -> bytes:
    head = (
        f'<title>{page.title}</title><meta name="DC.date.issued" content="{page.published}"><meta property="og:site_name" content="{page.publisher}">'
    )
    main = f'<table width="100%"><tr><td valign="top"><h1>{page.title}</h1>{_paragraphs(page)}</td></tr></table>'
    return _page(page, head, main, charset="windows-1252")


def _blog(page: Page) -> bytes:
    head = (
        f'<title>{page.title} » Gazette</title><meta property="og:title" content="{page.title}"><meta property="og:site_name" content="{page.publisher}">'
        f'<meta property="article:published_time" content="{page.published}T12:00:00+02:00">'
    )
    main = (
        f'<div id="content"><div class="hentry"><h1 class="entry-title">{page.title}</h1><div class="entry-content">{_paragraphs(page)}'
        "<p>Sign up for our daily newsletter of 5 stories</p></div></div></div>"
    )
    return _page(page, head, main)


def _with_notices(page: Page) -> bytes:
    head = (
        f'<title>{page.title}</title><meta property="og:site_name" content="{page.publisher}">'
        f'<meta property="article:published_time" content="{page.published}T12:00:00+02:00">'
    )
    first, *rest = (f"<p>{escape(text, quote=False)}</p>" for text in page.paragraphs)
    notices = "<p>Your browser doesn’t support HTML5</p><p>Image credit: Olaf Brandt/Northern Press</p><p>5 min read</p><p>14:32 GMT</p>"
    return _page(page, head, f"<article><h1>{page.title}</h1>{first}{notices}{''.join(rest)}</article>")


LAYOUTS = (_json_ld, _open_graph, _meta_names, _time_element, _microdata, _address_only, _mobile, _old_table, _blog, _with_notices)


def rss(base: str, listed: list[Page], extra: str = "") -> bytes:
    """An RSS feed of some pages; their days as RFC 5322 dates."""
    items = "".join(
        f"<item><title>{escape(page.title)}</title><link>{base}{page.path}</link><pubDate>{page.published:%a, %d %b %Y} 10:00:00 GMT</pubDate></item>"
        for page in listed
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{items}{extra}</channel></rss>'.encode()


def atom(base: str, listed: list[Page]) -> bytes:
    """An Atom feed of some pages."""
    items = "".join(
        f'<entry><title>{escape(page.title)}</title><link href="{base}{page.path}"/><published>{page.published}T10:00:00Z</published>'
        f"<updated>{page.published}T11:00:00Z</updated></entry>"
        for page in listed
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title>{items}</feed>'.encode()


def sitemap(base: str, listed: list[Page]) -> bytes:
    """A sitemap of some pages."""
    urls = "".join(f"<url><loc>{base}{page.path}</loc><lastmod>{page.published}</lastmod></url>" for page in listed)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()


def sitemap_index(*addresses: str) -> bytes:
    """An index of sitemaps."""
    maps = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{maps}</sitemapindex>'.encode()
