-- What could not be used
-- Rows in quarantine by stage and reason, with the newest example of each.
SELECT stage, reason, count(*) AS rows, min(arrival_date) AS first_day, max(arrival_date) AS last_day, arg_max(detail, arrival_date) AS newest_detail
FROM quarantine
GROUP BY stage, reason
ORDER BY rows DESC, stage, reason
