-- What all migrations stand on: who may do what, one SQL for one machine and for a cluster (Citus), and the tables that
-- jobs (定时任务) and events after commit (事件) bring along.

grant usage on schema public to ${app};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};

-- Distributes a table over the machines where there is a cluster; call right after create table.
create function distribute_by(table_name text, column_name text) returns void language plpgsql as $$
begin
    if exists (select from pg_extension where extname = 'citus') then
        execute format('select create_distributed_table(%L, %L)', table_name, column_name);
    end if;
end $$;

-- All that belongs to a county lies together.
create function distribute(table_name text) returns void language sql as $$
    select distribute_by(table_name, 'county_code')
$$;

-- The same rows on every machine of a cluster: small tables that all join.
create function reference(table_name text) returns void language plpgsql as $$
begin
    if exists (select from pg_extension where extname = 'citus') then
        execute format('select create_reference_table(%L)', table_name);
    end if;
end $$;

-- On the coordinator alone, but known to the cluster: so that it takes part in transactions over several machines.
create function keep_here(table_name text) returns void language plpgsql as $$
begin
    if exists (select from pg_extension where extname = 'citus') then
        execute format('select citus_add_local_table_to_metadata(%L, cascade_via_foreign_keys => true)', table_name);
    end if;
end $$;

-- analyze after many rows at once (import, sample): since 17 a privilege of its own, before that the owner's alone.
do $$ begin
    if current_setting('server_version_num')::int >= 170000 then
        execute 'alter default privileges in schema public grant maintain on tables to ${app}';
    end if;
    if exists (select from pg_extension where extname = 'citus') then
        execute 'alter role ${app} set citus.propagate_set_commands = ''local''';
    end if;
end $$;

-- Jobs: db-scheduler.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);
select keep_here('scheduled_tasks');

-- Events whose listeners have not answered yet: Spring Modulith deletes a row when its listener is done.
create table event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_event on event_publication using hash (serialized_event);
create index event_publication_completed on event_publication (completion_date);
select keep_here('event_publication');
