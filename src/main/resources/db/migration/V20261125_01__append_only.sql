-- What never changes cannot be changed: the application adds and reads these rows, and the database refuses the rest.
-- The log of changes, visits and their corrections, the acts on a problem, the histories of subjects and officials.
-- By privilege and not by trigger, as triggers are refused on distributed tables.
revoke update, delete, truncate
    on audit_entry, visit, visit_correction, problem_event, subject_change, official_change from ${app};
