copy unit_period (unit, effect_from, effect_to, record_from, record_to, life, established_on, ended_on, successors, name, code, level, parent) from stdin (format binary)
