-- Where sources disagree
-- Pairs of sources that give values which cannot both be true for one figure and time, widest apart first.
SELECT figure, unit, source_a, comparator_a, number_a, published_a, source_b, comparator_b, number_b, published_b,
    coalesce(low_b, high_b) - coalesce(high_a, low_a) AS gap
FROM conflicting_figures
ORDER BY abs(gap) / nullif(abs(coalesce(high_a, low_a)), 0) DESC NULLS LAST, figure, claim_id_a, claim_id_b
