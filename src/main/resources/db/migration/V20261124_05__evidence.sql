-- Photos and files (证据): what was received, from whom, and which record names it.
set local citus.multi_shard_modify_mode = 'sequential';

-- The bytes themselves lie in the home, under their SM3.
create table evidence (
    county_code    char(6)     not null,       -- of its sender: left(home, 6); '000000' for one without a place
    id             uuid        not null,       -- the sender's own where he gave one
    sender         uuid        not null,       -- account
    sm3            bytea       not null,       -- of the bytes received
    bytes          int         not null,
    type           text        not null check (type in ('JPEG', 'PNG', 'WEBP', 'PDF')),
    taken_at       timestamptz,                -- as the sender's device says
    latitude       double precision,           -- WGS-84
    longitude      double precision,
    exif_at        timestamptz,                -- as the picture itself says
    exif_latitude  double precision,
    exif_longitude double precision,
    width          int,                        -- of the picture as received; null for a PDF
    height         int,
    created_at     timestamptz not null,
    primary key (county_code, id),
    unique (county_code, sender, sm3)          -- the same file again is the same evidence
);
select distribute('evidence');

-- A record that names it; whoever sees the record sees the evidence.
create table evidence_link (
    county_code char(6)  not null,             -- of the record
    kind        text     not null,             -- of the record: VISIT, PROBLEM …
    record      uuid     not null,
    evidence    uuid     not null,
    home        char(6)  not null,             -- the evidence's own county_code
    region      char(12) not null,             -- of the record
    subject     uuid     not null,
    position    int      not null,             -- among those of the record
    primary key (county_code, kind, record, evidence),
    check (county_code = left(region, 6))
);
select distribute('evidence_link');
create index evidence_link_evidence on evidence_link (evidence);   -- who sees it
