-- Places (区划): five levels by national code, and functional zones, which are lists of member places.
set local citus.multi_shard_modify_mode = 'sequential';

create table place (
    code        char(12) primary key,
    name        text     not null,
    level       text     not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'ZONE')),
    parent      char(12),                       -- null for a province
    initials    text     not null,              -- of the pinyin, lower case: 南昌县 = ncx
    members     text[]   not null default '{}', -- of a zone, and of a place that took in others: codes, without overlap
    merged_into char(12),                       -- a place that has ended: its successor
    ended_on    date,
    changed_at  timestamptz not null,
    check ((merged_into is null) = (ended_on is null))
);
select reference('place');
create index place_parent on place (parent, code);      -- children of a place

