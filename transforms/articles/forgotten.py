"""What was taken out for good: addresses and ids whose articles must not come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from transforms.articles.identity import canonical_url


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Tombstones by kind; addresses are canonical ones."""

    urls: frozenset[str] = frozenset()
    article_ids: frozenset[str] = frozenset()
    document_ids: frozenset[str] = frozenset()
    text_hashes: frozenset[str] = frozenset()

    def names(self, article: dict[str, Any]) -> bool:
        """Whether an article row is one of those taken out."""
        return article["article_id"] in self.article_ids or article["text_hash"] in self.text_hashes or (article["canonical_url"] or "") in self.urls

    def names_url(self, url: str) -> bool:
        """Whether an address is one of those taken out."""
        return bool(self.urls) and (canonical_url(url) or "") in self.urls


NOTHING = Forgotten()
