-- Who answers for whom (包保关系): relations are ended, never overwritten.
set local citus.multi_shard_modify_mode = 'sequential';

create table assignment (
    county_code   char(6)  not null,           -- of the subject
    id            uuid     not null,
    region        char(12) not null,           -- of the subject
    subject       uuid     not null,
    grade         char(1)  not null,
    family        text     not null,           -- with grade and season: under which it counts as covered
    season        text     not null default '',
    official      uuid     not null,
    official_county char(6) not null,
    official_name text     not null,
    official_post text     not null,
    acting        boolean  not null,           -- M11: the lead official until the post is filled (代管)
    pinned        boolean  not null,           -- by hand; kept by later matching
    rule          text     not null,           -- M2, M4, M6, M7, M11, HAND
    why           text     not null,           -- values for the words of the rule, by |
    run           uuid,                        -- the matching that made it
    since         date     not null,
    until         date,                        -- last day; null in force
    ended_why     text,
    primary key (county_code, id)
);
select distribute('assignment');
create unique index assignment_in_force on assignment (county_code, subject) include (official) where until is null;   -- M3
create index assignment_official on assignment (official, county_code) where until is null;   -- an official's subjects, his load
create index assignment_list on assignment (region, id);                                      -- lists by place
create index assignment_subject on assignment (county_code, subject, since);                  -- history

-- Active subjects with nobody behind them (缺口), each with its reason and the day by which it must be matched.
create table coverage_gap (
    county_code char(6)  not null,
    subject     uuid     not null,
    region      char(12) not null,
    grade       char(1)  not null,
    season      text     not null default '',
    why         text     not null check (why in ('PENDING', 'NO_OFFICIAL', 'STAKE')),
    since       date     not null,             -- the change was known
    due         date     not null,             -- 7 working days later
    primary key (county_code, subject)
);
select distribute('coverage_gap');
create index coverage_gap_list on coverage_gap (region, subject);

-- The face of this module towards the list of subjects: who answers now.
create view responsible as
select county_code, subject, official, official_name, official_post, acting, pinned, since
from assignment where until is null;
