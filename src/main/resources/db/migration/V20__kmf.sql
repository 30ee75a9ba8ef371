-- One row: which instance this database belongs to. Its primary key also decides which of two nodes makes the keys.
create table kmf_instance (
    singleton integer not null primary key check (singleton = 1),
    instance_id varchar(36) not null,
    root_check bytea not null,
    created_at timestamp(6) with time zone not null
);

-- Keys, wrapped; every row authenticated by the instance's HMAC key (column authentication).
create table kmf_key (
    id varchar(36) not null primary key,
    module varchar(64) not null,
    purpose varchar(64) not null,
    algorithm varchar(40) not null,
    version integer not null,
    state varchar(12) not null,
    -- 'Active' in the one active row of a module and purpose, else null; null is never equal to null
    active_slot varchar(6),
    wrapped_by varchar(36) not null,
    wrapped bytea not null,
    public_part bytea not null,
    sentinel bytea not null,
    created_at timestamp(6) with time zone not null,
    state_since timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    authentication bytea not null,
    constraint kmf_key_version unique (module, purpose, version),
    constraint kmf_key_one_active unique (module, purpose, active_slot)
);
