-- What could not be used
-- Rows in quarantine by stage and reason, with the newest example of each: those that still stand, and those whose file or address was taken in again since.
SELECT stage, reason, count(*) FILTER (is_open) AS open, count(*) FILTER (NOT is_open) AS superseded, min(arrival_date) AS first_day, max(arrival_date) AS last_day,
    arg_max(detail, (is_open, arrival_date)) AS newest_detail
FROM quarantine_state
GROUP BY stage, reason
ORDER BY open DESC, stage, reason
