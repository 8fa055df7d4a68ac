-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE sources (
    source_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('person', 'organisation', 'document', 'group', 'anonymous', 'unknown')),
    is_named BOOLEAN,
    claim_count BIGINT NOT NULL,
    article_count BIGINT NOT NULL,
    first_published DATE,
    last_published DATE,
    PRIMARY KEY (source_id)
);
COMMENT ON TABLE sources IS 'One row is someone who claims numbers, under one name.';
COMMENT ON COLUMN sources.source_id IS 'Hash of the normalised name; of name and article for who has no name.';
COMMENT ON COLUMN sources.name IS 'The commonest full name.';
COMMENT ON COLUMN sources.aliases IS 'Every form under which it stands in an article.';
COMMENT ON COLUMN sources.kind IS 'What kind of source it is.';
COMMENT ON COLUMN sources.is_named IS 'Whether it has a name of its own; who has none is a source of one article only, and counts among no sources.';
COMMENT ON COLUMN sources.claim_count IS 'Claims it is responsible for. Unit: claim.';
COMMENT ON COLUMN sources.article_count IS 'Articles that quote it. Unit: article.';
COMMENT ON COLUMN sources.first_published IS 'Publication day of the first such article.';
COMMENT ON COLUMN sources.last_published IS 'Publication day of the last such article.';
