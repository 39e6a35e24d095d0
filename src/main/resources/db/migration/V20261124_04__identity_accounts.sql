-- Who may sign in (账号), as what (角色), and who is signed in now.
set local citus.multi_shard_modify_mode = 'sequential';

create table account (
    id             uuid        primary key,
    login          bytea       not null,        -- the user name, often a mobile number: sealed
    login_index    bytea       not null unique, -- its keyed index; the bytes of the id once the name is given up
    name           text        not null check (length(name) between 1 and 60),
    password       text,                        -- Argon2id; null until the first is set
    must_change    boolean     not null default false,   -- the password came from somebody else's hand
    code           bytea,                       -- keyed digest of a one-time code
    code_until     timestamptz,
    disabled       boolean     not null default false,
    made_by        uuid,                        -- account; null for the product itself
    made_at        timestamptz not null,
    last_sign_in   timestamptz,
    check ((code is null) = (code_until is null)),
    check (not must_change or password is not null)
);
select reference('account');

create table account_role (
    id       uuid        primary key,
    account  uuid        not null,
    role     text        not null check (role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'OFFICE', 'LEADER',
                                                  'OFFICIAL', 'REGULATOR', 'INSPECTOR', 'BUSINESS', 'EDITOR')),
    region   char(12),                          -- null = everywhere
    official uuid,
    subject  uuid,
    made_at  timestamptz not null,
    unique nulls not distinct (account, role, region, official, subject),
    check ((role = 'OFFICIAL') = (official is not null)),
    check ((role = 'BUSINESS') = (subject is not null)),
    check (role not in ('OFFICIAL', 'BUSINESS') or region is not null)
);
select reference('account_role');
alter table account_role add constraint account_role_of foreign key (account) references account (id);
create unique index account_role_administrator on account_role (account)
    where role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR');                       -- 三员分立
create unique index account_role_official on account_role (official) where official is not null;   -- moves, endings
create index account_role_subject on account_role (subject) where subject is not null;             -- the same of a business

-- What a signed-in caller carries, a browser's cookie or a program's bearer token: 256 random bits, kept as digest.
create table token (
    digest     bytea       primary key,
    account    uuid        not null,
    kind       text        not null check (kind in ('PROGRAM', 'BROWSER', 'KEPT', 'PASSWORD')),
    made_at    timestamptz not null,
    used_at    timestamptz not null,            -- to the hour
    expires_at timestamptz not null
);
select keep_here('token');
create index token_account on token (account);          -- all of an account are taken back at once
create index token_expired on token (expires_at);       -- forgotten by the hour

-- Wrong passwords in a row, by name, whether there is such an account or not.
create table sign_in_failure (
    login_index  bytea       primary key,
    failures     int         not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
select keep_here('sign_in_failure');

-- One-time codes until they are fetched by whom they were made for: sealed, and gone after that.
create table first_code (
    batch      uuid        not null,            -- of one import, or of one account
    account    uuid        not null,
    holder     uuid,                            -- who may fetch them
    sealed     bytea       not null,
    made_at    timestamptz not null,
    fetched_at timestamptz,
    primary key (batch, account)
);
select keep_here('first_code');

-- Which keys this database was sealed with: started with others, numbers and names would be lost.
create table key_print (
    name  text  primary key,
    print bytea not null
);
select keep_here('key_print');
