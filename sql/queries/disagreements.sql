-- Where sources disagree
-- Pairs of different sources whose numbers for one thing cannot both be true, widest apart first: in one article where it counts one thing or the text says that a number is disputed, and in two stories of about one day where subject or place is named.
-- Not seen are things told in other words ("deaths" against "coffins"), disputes without a word for it, numbers that a source gives several of, polls against polls.
SELECT figure, unit, source_a, comparator_a, number_a, published_a, source_b, comparator_b, number_b, published_b,
    coalesce(low_b, high_b) - coalesce(high_a, low_a) AS gap, basis
FROM conflicting_figures
ORDER BY abs(gap) / nullif(abs(coalesce(high_a, low_a)), 0) DESC NULLS LAST, figure, claim_id_a, claim_id_b
