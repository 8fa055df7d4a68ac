-- Each row of the quarantine, with where its document was found and whether it still stands: it does not once the same file or address was taken in again later.
--   quarantine_id: Hash of stage, reason, origin and row.
--   stage: Where it was stopped.
--   reason: Why, from a closed list.
--   detail: The thing, the value, what was expected and what to do.
--   found_at_origin: Path or URL where the document was found, else the row's origin.
--   document_id: The landed document, where there is one.
--   arrival_date: The day on which it was found.
--   superseded_by: The document that was taken in later from the same place, or moved with its name and size into a folder below; null while the row is open. Its own faults are rows of their own.
--   is_open: Whether nothing was taken in from there since.
CREATE OR REPLACE VIEW quarantine_state AS
WITH placed AS (
    SELECT q.quarantine_id, q.stage, q.reason, q.detail, coalesce(d.origin, q.origin) AS found_at_origin, q.document_id, q.arrival_date,
        d.found_at, d.size_bytes, d.origin_kind,
        -- the folder with its last slash, and the name
        regexp_extract(found_at_origin, '^(.*/)?') AS folder, regexp_extract(found_at_origin, '[^/]*$') AS file_name
    FROM quarantine q LEFT JOIN landed d USING (document_id)
),
later AS (
    SELECT p.quarantine_id, min_by(l.document_id, (l.found_at, l.document_id)) AS superseded_by
    FROM placed p
    JOIN landed l ON l.origin_kind <> 'stdin' AND l.document_id IS DISTINCT FROM p.document_id
        -- what did not land has a day only
        AND CASE WHEN p.found_at IS NULL THEN l.arrival_date >= p.arrival_date ELSE l.found_at > p.found_at END
        AND regexp_extract(l.origin, '[^/]*$') = p.file_name
        AND (l.origin = p.found_at_origin OR (p.origin_kind IN ('file', 'inbox') AND l.size_bytes = p.size_bytes AND starts_with(l.origin, p.folder)))
    GROUP BY p.quarantine_id
)
SELECT quarantine_id, stage, reason, detail, found_at_origin, document_id, arrival_date, superseded_by, superseded_by IS NULL AS is_open
FROM placed LEFT JOIN later USING (quarantine_id);
