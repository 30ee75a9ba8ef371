-- The sessions of people who are logged in. The key is a keyed hash of what the browser holds.
create table browser_session (
    id varchar(43) not null primary key,
    created_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);
create index browser_session_expires on browser_session (expires_at);

-- What a session keeps, sealed under a key that needs what the browser holds.
create table browser_session_value (
    session_id varchar(43) not null references browser_session (id) on delete cascade,
    name varchar(255) not null,
    sealed bytea not null,
    primary key (session_id, name)
);
