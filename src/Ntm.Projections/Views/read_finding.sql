copy finding (sequence, recorded_at, retracted_at, entry, effective_on, criterion, synthetic, unit, criteria_set, assessed_by, status) to stdout (format binary)
