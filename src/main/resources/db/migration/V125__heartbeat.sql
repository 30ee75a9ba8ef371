-- One row for each live connection: what this side says of itself, what it has heard of its own heartbeats, and what it
-- knows of those of the other side. The three groups are written apart from each other.
create table heartbeat (
    module varchar(64) not null primary key,
    side varchar(8) not null,
    registration varchar(64) not null,
    key_id varchar(64) not null,
    address varchar(500) not null,
    -- the own line; the id is made with the first heartbeat
    incarnation bigint default 1 not null,
    incarnation_id varchar(22),
    counter bigint default 0 not null,
    -- the other side found out that this database is a copy
    stopped boolean default false not null,
    -- the own heartbeats and their answers
    next_at timestamp(6) with time zone not null,
    proved_at timestamp(6) with time zone,
    round_trip bigint default 0 not null,
    clock_ahead bigint default 0 not null,
    failures integer default 0 not null,
    failure varchar(10),
    history varchar(2000) default '' not null,
    -- the heartbeats of the other side
    heard_at timestamp(6) with time zone,
    peer_version bigint default 0 not null,
    peer_incarnation bigint,
    peer_incarnation_id varchar(22),
    peer_counter bigint,
    peer_last varchar(43),
    peer_answer bytea,
    asking bigint,
    asking_id varchar(22),
    copied bigint,
    copied_id varchar(22),
    adoptions integer default 0 not null,
    beats integer default 0 not null,
    quarantined boolean default false not null
);
create index heartbeat_due on heartbeat (stopped, next_at);
create index heartbeat_key on heartbeat (key_id);

-- Connections of earlier versions begin to send as soon as this one runs.
insert into heartbeat (module, side, registration, key_id, address, next_at)
select connection_number, 'PROVIDER', number, key_id, consumer_url, current_timestamp
from consumer_registration where state = 'CLOSED_COMPLETE' and connection_number is not null and key_id is not null;
insert into heartbeat (module, side, registration, key_id, address, next_at)
select number, 'CONSUMER', registration, key_id, provider_url, current_timestamp
from provider_connection where state = 'ONBOARDED' and key_id is not null;
