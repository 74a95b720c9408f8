"""The machine: paths, locks, clock, ids, whole files. No SQL, no Qt."""
