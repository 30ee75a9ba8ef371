-- Which instance keys were made: 1 without the record key, 2 with it. Versions before the record key leave 1.
alter table kmf_instance add column key_set integer default 1 not null;

-- Finds the Active key that expires first without reading the others.
create index kmf_key_expiry on kmf_key (active_slot, expires_at);

-- One row: the check of all keys of modules, one batch after another. started_at is null while none is in progress.
create table kmf_whole_check (
    singleton integer not null primary key check (singleton = 1),
    started_at timestamp(6) with time zone,
    -- batches go through the modules in order; the next one starts after this module
    after_module varchar(64),
    total bigint not null,
    examined bigint not null,
    found integer not null,
    last_started_at timestamp(6) with time zone,
    last_finished_at timestamp(6) with time zone,
    last_examined bigint not null,
    last_found integer not null
);
insert into kmf_whole_check (singleton, total, examined, found, last_examined, last_found)
values (1, 0, 0, 0, 0, 0);

-- Modules in which the check of all keys found something; every health report looks at them again.
create table kmf_suspect (
    module varchar(64) not null primary key,
    found_at timestamp(6) with time zone not null
);
