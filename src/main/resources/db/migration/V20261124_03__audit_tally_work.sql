-- The log of business changes, the live counts, and actions that take long.
set local citus.multi_shard_modify_mode = 'sequential';

-- Who did what to which thing, when, from where; what it was before and after (审计).
create table audit_entry (
    county_code char(6)     not null,          -- of the thing; '000000' for what belongs to no county
    id          uuid        not null,
    at          timestamptz not null,
    account     uuid,                          -- null: the product itself
    actor       text        not null,
    address     text,
    act         text        not null,
    kind        text        not null,
    object      uuid,
    region      char(12),
    before      jsonb,
    after       jsonb,
    digest      bytea       not null,          -- SM3 over the canonical entry
    primary key (county_code, id)
);
select distribute('audit_entry');
create index audit_entry_object on audit_entry (county_code, object, id);   -- history of one thing
create index audit_entry_at on audit_entry (at, id);                        -- the auditor's list

-- Totals by place within the county, folded from the deltas. Family '*' is the sum over the families.
create table tally_total (
    county_code char(6)  not null,
    place       char(12) not null,             -- village, township or county
    period      text     not null,             -- month 2026-11, or NOW for what is there at the moment
    family      text     not null,
    grade       text     not null,             -- '-' without a grade
    measure     text     not null,
    mark        text     not null default '',  -- of the measure's own: the day on which it turns, the months in season
    n           bigint   not null,
    primary key (county_code, place, family, period, measure, grade, mark) include (n)
) with (fillfactor = 80);
select distribute('tally_total');

-- What has changed and is not folded yet: one row for the lowest place.
create table tally_delta (
    county_code char(6)  not null,
    place       char(12) not null,
    period      text     not null,
    family      text     not null,
    grade       text     not null,
    measure     text     not null,
    mark        text     not null default '',
    n           bigint   not null
);
select distribute('tally_delta');
create index tally_delta_county on tally_delta (county_code);

-- An action that takes long: import, matching, generation (长任务). The page polls its progress.
create table work (
    id         uuid        primary key,
    kind       text        not null,
    state      text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    region     char(12),                       -- the place that it works on; null = everywhere
    account    uuid,
    actor      text        not null,
    scope      jsonb       not null,           -- the sender's scope as it was
    input      jsonb       not null,
    progress   jsonb       not null default '{}',
    mark       text,                           -- how far it came: where it resumes after a kill
    error      text,
    queued_at  timestamptz not null,
    started_at timestamptz,
    ended_at   timestamptz
);
create index work_account on work (account, queued_at desc);   -- my background actions
create index work_kind on work (kind, queued_at desc);
