-- Problems (问题) and what happened to each: the loop that closes.
set local citus.multi_shard_modify_mode = 'sequential';

create table problem (
    county_code  char(6)     not null,
    id           uuid        not null,
    region       char(12)    not null,         -- where the subject is, at its lowest level
    subject      uuid        not null,
    subject_name text        not null,
    kind         text        not null,
    family       text        not null,
    grade        text        not null,         -- '-' without one
    source       text        not null check (source in ('VISIT', 'SELF', 'OVERSIGHT', 'INSPECTION', 'SAMPLING', 'COMPLAINT', 'NEWS', 'EVALUATION', 'HANDOVER')),
    item         text,                         -- of the checklist, where it came from one
    severity     text        not null check (severity in ('GENERAL', 'SERIOUS', 'CRITICAL')),
    text         text        not null,
    state        text        not null check (state in ('OPEN', 'RECTIFIED', 'ESCALATED', 'REFERRED', 'CLOSED', 'CANCELLED')),
    opened_on    date        not null,
    opened_at    timestamptz not null,
    opened_by    uuid,                         -- account
    due          date        not null,
    owner        text,                         -- the subject's principal
    official     uuid,                         -- who answers for the subject now
    official_name text,
    visit        uuid,
    repeat_of    uuid,
    returns      int         not null default 0,
    extended     boolean     not null default false,
    escalated    boolean     not null default false,   -- ever: then only a level above accepts
    rectified_by uuid,                         -- account of the last rectification
    rectified_as text,                         -- the role in which it was done
    referred_to  text,
    signed_for_at timestamptz,
    result       text,
    result_number text,
    closed_at    timestamptz,
    closed_on    date,
    twin         uuid,                         -- cancelled as a duplicate of
    primary key (county_code, id),
    check (county_code = left(region, 6)),
    check ((state = 'CLOSED') = (closed_at is not null))
);
select distribute('problem');
create index problem_list on problem (region, id);                                  -- lists by place
create index problem_unclosed on problem (region, id) where state <> 'CLOSED';      -- lists by place of the few that are not struck off
create index problem_id on problem (id);                                            -- one, whose county is not known
create index problem_subject on problem (county_code, subject, id);                 -- of one subject; repeats
create index problem_open on problem (due, id) where state in ('OPEN', 'RECTIFIED', 'ESCALATED');  -- overdue, escalation
create index problem_official on problem (official) where state in ('OPEN', 'RECTIFIED', 'ESCALATED');
create index problem_visit on problem (county_code, visit) where visit is not null;

create table problem_event (
    county_code char(6)     not null,
    id          uuid        not null,
    problem     uuid        not null,
    at          timestamptz not null,
    account     uuid,
    actor       text        not null,
    role        text        not null,          -- in which he acted
    act         text        not null,
    state       text        not null,          -- after the act
    text        text,
    evidence    uuid[]      not null default '{}',
    details     jsonb       not null default '{}',
    primary key (county_code, id)
);
select distribute('problem_event');
create index problem_event_problem on problem_event (county_code, problem, id);
