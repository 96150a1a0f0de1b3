-- COPY takes no parameters: it reads its bounds, $1 after this number and $2 up to this one, from settings of its transaction.
select set_config('ntm.scan_after', $1::text, true), set_config('ntm.scan_up_to', $2::text, true)
