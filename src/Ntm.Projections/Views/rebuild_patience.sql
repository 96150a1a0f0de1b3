-- Readers are waited for a moment; then the next attempt, so that nobody stands behind this one for long.
select set_config('lock_timeout', '500ms', true)
