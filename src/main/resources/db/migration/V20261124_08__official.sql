-- Officials (包保干部): one person, one post. Their rows lie under the county part of their own place's code.
set local citus.multi_shard_modify_mode = 'sequential';

create table official (
    county_code   char(6)  not null,
    id            uuid     not null,
    region        char(12) not null,
    level         text     not null check (level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    name          text     not null,
    organisation  text     not null,
    post          text     not null,
    field         text,                        -- 分管领域
    lead          boolean  not null default false,   -- 总包保
    linked_county char(12),                    -- 挂点县
    id_number     bytea,                       -- sealed
    id_index      bytea,
    phone         bytea    not null,           -- sealed
    phone_index   bytea    not null,
    phone_mask    text     not null,           -- 138****1234
    since         date     not null,
    party_member  boolean,
    state         text     not null check (state in ('IN_POST', 'LEFT')),
    left_on       date,
    left_reason   text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (county_code, id),
    check (county_code = left(region, 6)),
    check ((state = 'LEFT') = (left_on is not null))
);
select distribute('official');
create index official_id on official (id);                                             -- one by his id, wherever he is
create index official_list on official (region, id);                                   -- lists by place
create index official_in_post on official (region, level) where state = 'IN_POST';     -- pools of the matching

-- One person is one official: by the keyed index of the ID number, and of the mobile number.
create table official_key (
    key         bytea   primary key,           -- one byte I or M, then the index
    county_code char(6) not null,
    official    uuid    not null
);
select distribute_by('official_key', 'key');
create index official_key_official on official_key (county_code, official);

-- A declared stake in a subject: he is not matched to it (回避).
create table official_stake (
    county_code char(6) not null,              -- of the subject
    subject     uuid    not null,
    official    uuid    not null,
    declared_at timestamptz not null,
    primary key (county_code, subject, official)
);
select distribute('official_stake');

create table official_change (
    county_code char(6)     not null,
    id          uuid        not null,
    official    uuid        not null,
    at          timestamptz not null,
    actor       text        not null,
    act         text        not null,          -- TOOK_POST, CHANGED, TRANSFERRED, LEFT
    reason      text,
    before      jsonb,
    after       jsonb,
    primary key (county_code, id)
);
select distribute('official_change');
create index official_change_official on official_change (official, id);   -- history of one, wherever he was
