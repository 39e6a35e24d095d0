-- Food businesses under assignment (包保主体).
set local citus.multi_shard_modify_mode = 'sequential';

create table subject (
    county_code   char(6)  not null,
    id            uuid     not null,
    region        char(12) not null,
    name          text     not null check (length(name) between 1 and 200),
    credit_code   text,
    licence_no    text,
    licence_expires date,
    kind          text     not null,
    family        text     not null,
    address       text,
    longitude     double precision,
    latitude      double precision,
    principal     text,
    phone         bytea,                       -- sealed, see Vault
    phone_index   bytea,
    scale         text,
    area_m2       numeric,
    seats         int,
    diners_per_meal int,
    staff         int,
    revenue       numeric,                     -- 10,000 yuan a year
    chain_role    text     not null default 'NONE',
    head_office   text,                        -- credit code
    stores        int,
    food_category text,
    sales_channel text,
    operation     text,
    risk_level    text,
    status        text     not null check (status in ('ACTIVE', 'SUSPENDED', 'SEASONAL', 'CLOSED', 'UNTRACED', 'DUPLICATE')),
    season        text,                        -- months of SEASONAL, 03-10
    grade         text,                        -- null unless ACTIVE or SEASONAL
    grade_rule    text,
    grade_version text,
    grade_text    text,
    grade_base    text,
    grade_adjustments jsonb not null default '[]',
    grade_override jsonb,                      -- {grade, reason, until, by, approvedBy} in force
    grade_next    jsonb,                       -- a lower grade waiting for the next period: {grade, rule, …, from}
    flags         text[]   not null default '{}',
    moved_from    uuid,                        -- closed in another county, opened here
    closed_reason text,
    closed_on     date,
    opened_by     text     not null,           -- who, or what, brought it in: the first entry of its history
    origin        uuid,                        -- the import that did
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    revision      int      not null default 1,
    primary key (county_code, id),
    check (county_code = left(region, 6)),
    check (status <> 'SEASONAL' or season is not null)
) with (fillfactor = 85);
select distribute('subject');
create index subject_list on subject (region, id);                                    -- lists by place
create index subject_licence on subject (licence_no) where licence_no is not null;    -- exact number
create index subject_credit on subject (credit_code) where credit_code is not null;   -- one business's licences, chains
create index subject_head_office on subject (head_office) where head_office is not null;   -- stores of a chain
create index subject_school on subject (county_code) where kind in ('N1', 'N2', 'N3') and longitude is not null;   -- campuses
create index subject_next on subject (county_code) where grade_next is not null;      -- lower grades that wait
create index subject_grade on subject (grade, region, id) where grade in ('A', 'B');  -- the few important ones

-- Numbers are unique in the nation or in a county: one row for a licence, one for the pair of code and licence,
-- one for name and place where a subject has neither.
create table subject_key (
    key         text    primary key,           -- L:JY1…, L:360121:free text, P:code|licence, N:name|place
    county_code char(6) not null,
    subject     uuid    not null
);
select distribute_by('subject_key', 'key');
create index subject_key_subject on subject_key (county_code, subject);

-- Search by part of a name: names, ids, place and nothing secret, so that no row policy stands in the index's way.
create table subject_name (
    county_code char(6)  not null,
    subject     uuid     not null,
    region      char(12) not null,
    name        text     not null,
    pairs       text[]   not null,             -- every two neighbouring characters, lower case
    primary key (county_code, subject)
);
select distribute('subject_name');
create index subject_name_pairs on subject_name using gin (pairs);

-- What has changed on a subject, in words and values (变更记录).
create table subject_change (
    county_code char(6)     not null,
    id          uuid        not null,
    subject     uuid        not null,
    at          timestamptz not null,
    actor       text        not null,
    act         text        not null,          -- see SubjectAct; OPENED is told by the subject itself
    reason      text,
    before      jsonb,
    after       jsonb,
    primary key (county_code, id)
);
select distribute('subject_change');
create index subject_change_subject on subject_change (county_code, subject, id);

-- A grade by hand waits for the next level's office.
create table grade_override (
    county_code char(6)     not null,
    id          uuid        not null,
    subject     uuid        not null,
    region      char(12)    not null,
    grade       text        not null check (grade in ('A', 'B', 'C', 'D')),
    reason      text        not null,
    until       date        not null,
    asked_by    uuid,
    asked_by_name text      not null,
    asked_at    timestamptz not null,
    asked_level text        not null,          -- level of the office that asked
    state       text        not null check (state in ('WAITING', 'APPROVED', 'REFUSED')),
    decided_by_name text,
    decided_at  timestamptz,
    primary key (county_code, id)
);
select distribute('grade_override');
create unique index grade_override_waiting on grade_override (county_code, subject) where state = 'WAITING';
