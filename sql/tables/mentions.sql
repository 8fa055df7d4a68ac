-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE mentions (
    mention_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    arrival_date DATE NOT NULL,
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
    sentence VARCHAR NOT NULL,
    sentence_start BIGINT NOT NULL,
    sentence_end BIGINT NOT NULL,
    is_claim BOOLEAN NOT NULL,
    not_claim_reason VARCHAR CHECK (not_claim_reason IN ('date', 'time', 'age', 'ordinal', 'name', 'reference', 'score', 'idiom', 'pronoun', 'multiplier', 'furniture', 'contact', 'list_number', 'known_set', 'duration_placing', 'version')),
    extractor_version VARCHAR NOT NULL,
    load_id VARCHAR NOT NULL,
    PRIMARY KEY (mention_id)
);
COMMENT ON TABLE mentions IS 'One row is a quantity at one place, whether or not it claims something.';
COMMENT ON COLUMN mentions.mention_id IS 'Hash of article, text and span.';
COMMENT ON COLUMN mentions.article_id IS 'The article: hash of publisher and canonical URL, or of publisher and text where there is no URL.';
COMMENT ON COLUMN mentions.text_hash IS 'SHA-256 of articles.text: with article_id it names one version, whatever was loaded before.';
COMMENT ON COLUMN mentions.version IS 'Version of the article, from 1 in order of arrival; a changed text is the next one.';
COMMENT ON COLUMN mentions.arrival_date IS 'The day on which the document was found, in the configured time zone; the partition.';
COMMENT ON COLUMN mentions.char_start IS 'Where it starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN mentions.char_end IS 'Where it ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN mentions.number_text IS 'The numeral as written, with multiplier, range and currency or percent sign.';
COMMENT ON COLUMN mentions.comparator IS 'How the number is meant: exactly, more than, at least, less than, at most, about.';
COMMENT ON COLUMN mentions.hedge_text IS 'The words that gave the comparator, as written.';
COMMENT ON COLUMN mentions.low IS 'Lower end of the claimed interval; null when only an upper end is claimed. Unit: the row''s unit.';
COMMENT ON COLUMN mentions.high IS 'Upper end of the claimed interval; null when only a lower end is claimed. Unit: the row''s unit.';
COMMENT ON COLUMN mentions.trend IS 'Whether the number is, or is reached by, a rise or a fall.';
COMMENT ON COLUMN mentions.unit IS 'ISO 4217 code, %, pp, symbol of measure, rate, duration, or the singular noun that is counted.';
COMMENT ON COLUMN mentions.unit_text IS 'The unit''s words as written, where the text writes one.';
COMMENT ON COLUMN mentions.counted IS 'The noun phrase of the thing counted, without number and hedge.';
COMMENT ON COLUMN mentions.counted_head IS 'Lower-case singular head noun of the thing counted.';
COMMENT ON COLUMN mentions.metric IS 'The normalised kind of figure.';
COMMENT ON COLUMN mentions.subject IS 'Whose figure it is: the side, state, group or body that the counted thing belongs to.';
COMMENT ON COLUMN mentions.place IS 'Where, if the sentence says.';
COMMENT ON COLUMN mentions.status IS 'Asserted, projected, denied by its source, or hypothetical.';
COMMENT ON COLUMN mentions.source IS 'Who is responsible for the number, by the fullest name in the article; null when the article itself.';
COMMENT ON COLUMN mentions.source_text IS 'The source''s words where the sentence names it, as written.';
COMMENT ON COLUMN mentions.source_chain IS 'The links of a second-hand claim, nearest to the publisher first; the last is the source; empty for one link.';
COMMENT ON COLUMN mentions.cue_text IS 'The words that attribute the number (said, according to), as written.';
COMMENT ON COLUMN mentions.cue_start IS 'Where the cue starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN mentions.cue_end IS 'Where the cue ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN mentions.quote IS 'Whether the number stands in quotation marks, in reported speech, or in the article''s own voice.';
COMMENT ON COLUMN mentions.stated_on IS 'When the source said it: ISO day, YYYY-MM or YYYY; null without a source or a known day.';
COMMENT ON COLUMN mentions.period IS 'The time that the number is about: first/last as precise as the text, an end empty when open.';
COMMENT ON COLUMN mentions.stated_date_id IS 'The time expression that gave stated_on, where one did.';
COMMENT ON COLUMN mentions.period_date_id IS 'The time expression that gave period, where one did.';
COMMENT ON COLUMN mentions.sentence IS 'The sentence that holds the number.';
COMMENT ON COLUMN mentions.sentence_start IS 'Where its sentence starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN mentions.sentence_end IS 'Where its sentence ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN mentions.is_claim IS 'Whether the quantity claims something.';
COMMENT ON COLUMN mentions.not_claim_reason IS 'Why it claims nothing.';
COMMENT ON COLUMN mentions.extractor_version IS 'Version of the extraction that read this row out of the text.';
COMMENT ON COLUMN mentions.load_id IS 'The load that first wrote this row.';
