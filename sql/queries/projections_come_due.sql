-- Projections whose time has come
-- What was expected or promised for a time that ends by the given day: to be compared with what happened.
-- $by DATE = 9999-12-31: Last day of the period.
SELECT period_last AS due_on, coalesce(source_name, publisher) AS who, published_on AS said_in, comparator, number_text, counted, subject, place, sentence
FROM claims_wide
WHERE status = 'projected' AND period_last <= $by
ORDER BY due_on, published_on, claim_id
