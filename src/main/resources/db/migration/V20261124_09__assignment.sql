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
    rule          text     not null,           -- M2, M4, M6, M7, M9, M11, HAND
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

-- What the matching found of active subjects that it could put nobody behind (缺口). A subject without relation and
-- without a row here waits for its first matching.
create table coverage_gap (
    county_code char(6)  not null,
    subject     uuid     not null,
    why         text     not null check (why in ('NO_OFFICIAL', 'STAKE')),
    since       date     not null,             -- first found
    primary key (county_code, subject)
);
select distribute('coverage_gap');

-- The face of this module towards the list of subjects: who answers now.
create view responsible as
select county_code, subject, official, official_name, official_post, acting, pinned, since
from assignment where until is null;

-- Whether months such as 03-10 or 11-02 hold a month.
create function season_holds(season text, month int) returns boolean language sql immutable parallel safe as $$
    select case when left(season, 2) <= right(season, 2)
                then month between cast(left(season, 2) as int) and cast(right(season, 2) as int)
                else month >= cast(left(season, 2) as int) or month <= cast(right(season, 2) as int) end
$$;
