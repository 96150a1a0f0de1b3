-- $1 the schemas whose views are meant. What is lost with the server comes again from the record: position and rows together.
-- Planned anew for each batch: a plan made while the views were empty takes any index for as good as another, and would be kept.
select set_config('search_path', $1, true), set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)
