SELECT s.claim_id, s.superseded_by_load
FROM claims_superseded s JOIN claims c USING (claim_id)
WHERE s.superseded_by_load = c.load_id
    AND (s.number_text, s.comparator, s.low, s.high, s.unit, s.counted, s.metric, s.subject, s.place, s.status, s.source, s.quote,
        s.stated_on, s.period, s.sentence, s.source_chain, s.trend, s.cue_text, s.char_start, s.char_end, s.published_on, s.hedge_text,
        s.unit_text, s.counted_head, s.source_text, s.cue_start, s.cue_end, s.stated_date_id, s.period_date_id, s.stated_first,
        s.stated_last, s.period_first, s.period_last, s.sentence_start, s.sentence_end)
    IS NOT DISTINCT FROM (c.number_text, c.comparator, c.low, c.high, c.unit, c.counted, c.metric, c.subject, c.place, c.status, c.source,
        c.quote, c.stated_on, c.period, c.sentence, c.source_chain, c.trend, c.cue_text, c.char_start, c.char_end, c.published_on,
        c.hedge_text, c.unit_text, c.counted_head, c.source_text, c.cue_start, c.cue_end, c.stated_date_id, c.period_date_id,
        c.stated_first, c.stated_last, c.period_first, c.period_last, c.sentence_start, c.sentence_end)
