-- Supervision (督导): what is owed, and what was seen.
set local citus.multi_shard_modify_mode = 'sequential';

create table task (
    county_code  char(6)  not null,
    id           uuid     not null,
    region       char(12) not null,
    subject      uuid     not null,
    subject_name text     not null,
    kind         text     not null,
    family       text     not null,
    grade        char(1)  not null,
    period       text     not null,            -- its own: 2026Q4, 2026H2, 2026, 2026-11
    period_last  date     not null,            -- last day of it: which periods count the task
    quarter      char(6)  not null,            -- that holds that day
    due          date     not null,
    sort         text     not null check (sort in ('REGULAR', 'FIRST', 'EXTRA', 'CHECK')),
    modes        text[]   not null,
    state        text     not null check (state in ('OPEN', 'DONE', 'CANCELLED')),   -- DUE, OVERDUE, MISSED are computed
    official     uuid,
    official_name text,
    checklist    text     not null,            -- version, fixed when made
    checklist_grade char(1) not null,          -- likewise: what is asked does not change with the subject's grade
    visit        uuid,
    done_on      date,                         -- business date of the visit
    late         boolean  not null default false,
    voided       boolean  not null default false,
    problems     int      not null default 0,
    mode         text,
    cancelled_why text,
    created_at   timestamptz not null,
    primary key (county_code, id),
    check (county_code = left(region, 6)),
    check ((state = 'DONE') = (visit is not null and done_on is not null))
) with (fillfactor = 85);
select distribute('task');
create unique index task_once on task (county_code, subject, period, sort);    -- generated twice, made once
create index task_list on task (quarter, region, id);                          -- lists of a quarter by place
create index task_place on task (region, id) where state = 'OPEN';             -- due, overdue, missed, whatever the period
create index task_official on task (official, quarter);                        -- my tasks

-- For which quarters a county's tasks were made: a subject that comes later gets a first visit instead.
create table generation (
    county_code char(6)     not null,
    quarter     char(6)     not null,
    made_at     timestamptz not null,
    primary key (county_code, quarter)
);
select distribute('generation');

create table visit (
    county_code  char(6)  not null,
    id           uuid     not null,            -- the client's: sending again answers as the first time
    task         uuid     not null,
    region       char(12) not null,
    subject      uuid     not null,
    subject_name text     not null,
    kind         text     not null,
    family       text     not null,
    grade        char(1)  not null,
    official     uuid     not null,
    official_name text    not null,
    stand_in_for uuid,
    mode         text     not null,
    started_at   timestamptz not null,         -- corrected by the phone's clock
    ended_at     timestamptz not null,
    ended_on     date     not null,
    phone_started_at timestamptz not null,     -- as the phone said
    phone_ended_at timestamptz not null,
    sent_at      timestamptz,
    received_at  timestamptz not null,
    start_latitude double precision, start_longitude double precision, start_accuracy_m double precision,
    end_latitude double precision, end_longitude double precision, end_accuracy_m double precision,
    checklist    text     not null,
    answers      jsonb    not null,
    companion    jsonb    not null,
    advice       text,
    evidence     uuid[]   not null default '{}',
    device       text,
    conclusion   text     not null check (conclusion in ('NO_PROBLEM', 'PROBLEMS')),
    problems     jsonb    not null default '[]',   -- [{id, item}] as answered
    primary key (county_code, id)
);
select distribute('visit');
create index visit_list on visit (region, id);                                 -- lists by place
create index visit_subject on visit (county_code, subject, ended_at desc);     -- memory of the place
create index visit_official on visit (official, ended_on);

-- Later versions of a visit's answers (更正): the visit itself never changes.
create table visit_correction (
    county_code char(6)     not null,
    id          uuid        not null,
    visit       uuid        not null,
    version     int         not null,
    at          timestamptz not null,
    account     uuid,
    actor       text        not null,
    reason      text        not null,
    answers     jsonb       not null,          -- all answers as they stand after it
    primary key (county_code, id),
    unique (county_code, visit, version)
);
select distribute('visit_correction');
