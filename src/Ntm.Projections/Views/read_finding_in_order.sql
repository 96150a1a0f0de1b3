copy (select sequence, recorded_at, retracted_at, entry, effective_on, criterion, synthetic, unit, criteria_set, assessed_by, status from finding order by sequence) to stdout (format binary)
