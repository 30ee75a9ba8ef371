insert into number_range (prefix, next_number) values ('TOK', 1001);

-- Tokens of services that use the API. The token itself is never kept.
create table api_token (
    number varchar(12) not null primary key,
    service varchar(40) not null,
    scope varchar(10) not null,
    issued_by varchar(64) not null,
    issued_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    revoked_by varchar(64),
    revoked_at timestamp(6) with time zone,
    -- keyed hash by which a token is found; null once it is revoked, so that no edit of this row brings it back
    token_hash varchar(43) unique,
    -- keyed hash of the token with service, scope and times: what an admin allowed cannot be edited here
    proof varchar(43) not null
);
create index api_token_service on api_token (service, issued_at);

-- Answers to requests that create something, for a day, so that a repeated request gets the same answer.
create table idempotent_answer (
    -- keyed hash of service and key
    key_hash varchar(43) not null primary key,
    request_hash varchar(43) not null,
    attempt varchar(43) not null,
    started_at timestamp(6) with time zone not null,
    -- null while the request is being worked on
    status integer,
    location varchar(600),
    etag varchar(60),
    body varchar(8000)
);
create index idempotent_answer_started on idempotent_answer (started_at);

-- Pages by number, newest first, also of one state only
create index consumer_registration_page on consumer_registration (state, number);
create unique index consumer_registration_connection on consumer_registration (connection_number);
create index consumer_registration_connections on consumer_registration (state, connection_number);
create index provider_connection_page on provider_connection (state, number);
