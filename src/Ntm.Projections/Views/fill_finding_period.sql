copy finding_period (sequence, record_from, record_to, effect_from, effect_to, criterion, opened_by, closed_by, unit, criteria_set, assessed_by, status) from stdin (format binary, freeze)
