-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    arrival_date DATE NOT NULL,
    published_on DATE NOT NULL,
    char_start BIGINT NOT NULL,
    char_end BIGINT NOT NULL,
    number_text VARCHAR NOT NULL,
    comparator VARCHAR NOT NULL CHECK (comparator IN ('=', '>', '>=', '<', '<=', '~')),
    hedge_text VARCHAR,
    low DOUBLE,
    high DOUBLE,
    trend VARCHAR CHECK (trend IN ('up', 'down')),
    unit VARCHAR,
    unit_text VARCHAR,
    counted VARCHAR,
    counted_head VARCHAR,
    metric VARCHAR NOT NULL CHECK (metric IN ('killed', 'wounded', 'casualties', 'missing', 'captured', 'displaced', 'affected', 'personnel', 'population', 'equipment', 'attacks', 'infrastructure', 'money', 'share', 'measure', 'other')),
    subject VARCHAR,
    place VARCHAR,
    status VARCHAR NOT NULL CHECK (status IN ('asserted', 'projected', 'denied', 'hypothetical')),
    source VARCHAR,
    source_text VARCHAR,
    source_chain VARCHAR[] NOT NULL,
    cue_text VARCHAR,
    cue_start BIGINT,
    cue_end BIGINT,
    quote VARCHAR NOT NULL CHECK (quote IN ('direct', 'indirect', 'none')),
    stated_on VARCHAR,
    period VARCHAR,
    stated_date_id VARCHAR,
    period_date_id VARCHAR,
    stated_first DATE,
    stated_last DATE,
    period_first DATE,
    period_last DATE,
    sentence VARCHAR NOT NULL,
    sentence_start BIGINT NOT NULL,
    sentence_end BIGINT NOT NULL,
    source_id VARCHAR,
    figure_id VARCHAR,
    extractor_version VARCHAR NOT NULL,
    load_id VARCHAR NOT NULL,
    PRIMARY KEY (claim_id)
);
COMMENT ON TABLE claims IS 'One row is a numeric claim at one place in the current version of an article.';
COMMENT ON COLUMN claims.claim_id IS 'Hash of article, text and span.';
COMMENT ON COLUMN claims.mention_id IS 'The mention that claims it.';
COMMENT ON COLUMN claims.article_id IS 'The article: hash of publisher and canonical URL, or of publisher and text where there is no URL.';
COMMENT ON COLUMN claims.text_hash IS 'SHA-256 of articles.text: with article_id it names one version, whatever was loaded before.';
COMMENT ON COLUMN claims.version IS 'Version of the article, from 1 in order of arrival; a changed text is the next one.';
COMMENT ON COLUMN claims.arrival_date IS 'The day on which the document was found, in the configured time zone; the partition.';
COMMENT ON COLUMN claims.published_on IS 'Publication day of the article.';
COMMENT ON COLUMN claims.char_start IS 'Where it starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN claims.char_end IS 'Where it ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN claims.number_text IS 'The numeral as written, with multiplier, range and currency or percent sign.';
COMMENT ON COLUMN claims.comparator IS 'How the number is meant: exactly, more than, at least, less than, at most, about.';
COMMENT ON COLUMN claims.hedge_text IS 'The words that gave the comparator, as written.';
COMMENT ON COLUMN claims.low IS 'Lower end of the claimed interval; null when only an upper end is claimed. Unit: the row''s unit.';
COMMENT ON COLUMN claims.high IS 'Upper end of the claimed interval; null when only a lower end is claimed. Unit: the row''s unit.';
COMMENT ON COLUMN claims.trend IS 'Whether the number is, or is reached by, a rise or a fall.';
COMMENT ON COLUMN claims.unit IS 'ISO 4217 code, %, pp, symbol of measure, rate, duration, or the singular noun that is counted.';
COMMENT ON COLUMN claims.unit_text IS 'The unit''s words as written, where the text writes one.';
COMMENT ON COLUMN claims.counted IS 'The noun phrase of the thing counted, without number and hedge.';
COMMENT ON COLUMN claims.counted_head IS 'Lower-case singular head noun of the thing counted.';
COMMENT ON COLUMN claims.metric IS 'The normalised kind of figure.';
COMMENT ON COLUMN claims.subject IS 'Whose figure it is: the side, state, group or body that the counted thing belongs to.';
COMMENT ON COLUMN claims.place IS 'Where, if the sentence says.';
COMMENT ON COLUMN claims.status IS 'Asserted, projected, denied by its source, or hypothetical.';
COMMENT ON COLUMN claims.source IS 'Who is responsible for the number, by the fullest name in the article; null when the article itself.';
COMMENT ON COLUMN claims.source_text IS 'The source''s words where the sentence names it, as written.';
COMMENT ON COLUMN claims.source_chain IS 'The links of a second-hand claim, nearest to the publisher first; the last is the source; empty for one link.';
COMMENT ON COLUMN claims.cue_text IS 'The words that attribute the number (said, according to), as written.';
COMMENT ON COLUMN claims.cue_start IS 'Where the cue starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN claims.cue_end IS 'Where the cue ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN claims.quote IS 'Whether the number stands in quotation marks, in reported speech, or in the article''s own voice.';
COMMENT ON COLUMN claims.stated_on IS 'When the source said it: ISO day, YYYY-MM or YYYY; null without a source or a known day.';
COMMENT ON COLUMN claims.period IS 'The time that the number is about: first/last as precise as the text, an end empty when open.';
COMMENT ON COLUMN claims.stated_date_id IS 'The time expression that gave stated_on, where one did.';
COMMENT ON COLUMN claims.period_date_id IS 'The time expression that gave period, where one did.';
COMMENT ON COLUMN claims.stated_first IS 'First day of stated_on.';
COMMENT ON COLUMN claims.stated_last IS 'Last day of stated_on.';
COMMENT ON COLUMN claims.period_first IS 'First day of period; null when open.';
COMMENT ON COLUMN claims.period_last IS 'Last day of period; null when open.';
COMMENT ON COLUMN claims.sentence IS 'The sentence that holds the number.';
COMMENT ON COLUMN claims.sentence_start IS 'Where its sentence starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN claims.sentence_end IS 'Where its sentence ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN claims.source_id IS 'The source across articles.';
COMMENT ON COLUMN claims.figure_id IS 'The figure across articles.';
COMMENT ON COLUMN claims.extractor_version IS 'Version of the extraction that read this row out of the text.';
COMMENT ON COLUMN claims.load_id IS 'The load that first wrote this row.';
