-- COPY takes no parameters: it reads its bounds, $1 after this number and $2 up to this one, from settings of its transaction. The numbers
-- are a key: where no statistics are kept yet, the planner would rather sort the whole record on disk than follow it.
select set_config('ntm.scan_after', $1::text, true), set_config('ntm.scan_up_to', $2::text, true), set_config('enable_sort', 'off', true)
