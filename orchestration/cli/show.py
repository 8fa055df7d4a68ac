"""`claims show`: one claim with everything that is known of it, its sentence in colour."""

from typing import Annotated, Any

import typer

from orchestration.cli.console import cell, clean, fail, out

FACTS = (
    "metric", "counted", "subject", "place", "status", "trend", "source", "source_chain", "quote", "stated_on", "period",
)  # fmt: skip

CLAIM = """
SELECT c.*, a.title, a.publisher, a.url, a.text, a.published_origin
FROM claims c JOIN articles a ON a.article_id = c.article_id AND a.text_hash = c.text_hash
WHERE starts_with(c.claim_id, $claim_id)
LIMIT 2
"""
DATES = "SELECT * FROM dates WHERE article_id = $article_id AND text_hash = $text_hash AND date_id IN ($stated, $period)"


def show(claim_id: Annotated[str, typer.Argument(help="The claim's id, or its first characters.")]) -> None:
    """Show one claim: the record, the sentences with its number, cue, source and dates, and the article.

    [bold]claims sql "SELECT claim_id, number_text FROM claims LIMIT 5"[/bold] lists ids.
    """
    from rich.table import Table

    from orchestration.cli.evidence import spans_of
    from orchestration.cli.rendering import heading, legend, with_evidence

    claim, dates = _read(claim_id)
    out.print(heading(claim), style="bold", markup=False)
    out.print()
    shown = claim["sentence_start"], claim["sentence_end"]
    for line in with_evidence(claim["text"], shown, spans_of([claim], dates, claim["text"])):
        out.print(line)
    out.print(legend())
    out.print()
    facts = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for name in FACTS:
        value = " ← ".join(claim[name]) if isinstance(claim[name], list) else claim[name]
        facts.add_row(cell(name), cell(value or "–"))
    facts.add_row(cell("number as written"), cell(f"{claim['hedge_text'] + ' … ' if claim['hedge_text'] else ''}{claim['number_text']}"))
    facts.add_row(
        cell("article"),
        cell(f"{claim['title'] or '(untitled)'} — {claim['publisher']}, {claim['published_on']} (date from {claim['published_origin']})"),
    )
    facts.add_row(cell("address"), cell(claim["url"] or "–"))
    facts.add_row(
        cell("ids"), cell(f"claim {claim['claim_id']}, article {claim['article_id']}, figure {claim['figure_id']}, load {claim['load_id']}")
    )
    facts.add_row(
        cell("read by"), cell(f"extractor {claim['extractor_version']}, characters {claim['char_start']} to {claim['char_end']} of the text")
    )
    out.print(facts)


def _read(claim_id: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import connect
    from orchestration.warehouse.folders import WarehouseError

    try:
        with connect.connect(warehouse_folders()) as connection:
            found = connection.execute(CLAIM, {"claim_id": claim_id}).pl().to_dicts() if claim_id else []
            if len(found) != 1:
                many = "more than one claim starts so; give more of the id" if found else "no claim starts so; `claims sql` lists them"
                fail(f'claim "{clean(claim_id)}": {many}')
            claim = found[0]
            wanted = {
                "article_id": claim["article_id"],
                "text_hash": claim["text_hash"],
                "stated": claim["stated_date_id"],
                "period": claim["period_date_id"],
            }
            return claim, connection.execute(DATES, wanted).pl().to_dicts()
    except WarehouseError as error:
        fail(str(error))
