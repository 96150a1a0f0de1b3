-- Two administrators who end each other at once would leave none: one waits here for the other.
select pg_advisory_xact_lock(hashtextextended('ntm.account_office administrator', 0))
