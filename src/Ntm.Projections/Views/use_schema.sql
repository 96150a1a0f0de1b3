-- $1 the schemas whose views are meant. What is lost with the server comes again from the record: position and rows together.
select set_config('search_path', $1, true), set_config('synchronous_commit', 'off', true)
