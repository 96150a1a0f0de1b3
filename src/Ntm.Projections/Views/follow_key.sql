-- What is read in the order of its key follows the key: where no statistics are kept yet, the planner would rather sort all of it on disk.
select set_config('enable_sort', 'off', true)
