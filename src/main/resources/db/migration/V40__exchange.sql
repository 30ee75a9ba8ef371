-- One row for each registration or channel whose messages must not be worked on twice at a time.
create table exchange_lock (
    name varchar(200) not null primary key
);

-- Exchanges that consumers opened here; the secret is gone once the exchange is confirmed, expired or superseded.
create table received_exchange (
    registration varchar(64) not null,
    exchange_id varchar(22) not null,
    m1_hash bytea not null,
    m2 bytea not null,
    sealed_secret bytea,
    m3_hash bytea,
    m4 bytea,
    started_at timestamp(6) with time zone not null,
    primary key (registration, exchange_id)
);

-- Exchanges that this instance opened; deleted with the transaction that takes over the keys.
create table started_exchange (
    provider varchar(43) not null,
    registration varchar(64) not null,
    exchange_id varchar(22) not null,
    token_hash bytea not null,
    m1 bytea not null,
    sealed_secret bytea not null,
    m3 bytea,
    started_at timestamp(6) with time zone not null,
    primary key (provider, registration)
);

-- How often this instance sealed a message with the key of a channel: the counter is the IV and never repeats.
create table probe_counter (
    module varchar(64) not null,
    key_id varchar(64) not null,
    sent bigint not null,
    primary key (module, key_id)
);

-- The last probe of the other side and the answer to it.
create table answered_probe (
    module varchar(64) not null,
    key_id varchar(64) not null,
    counter bigint not null,
    request_hash bytea not null,
    answer bytea not null,
    primary key (module, key_id)
);
