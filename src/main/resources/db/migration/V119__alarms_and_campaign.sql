-- Connections of which a person was asked to look after the contact with the other side. A row goes when that is over.
create table raised_alarm (
    connection varchar(64) not null,
    kind varchar(12) not null,
    raised_at timestamp(6) with time zone not null,
    primary key (connection, kind)
);

-- New keys for many connections, in waves. At most one row: the campaign that runs, or ran last.
create table campaign (
    id integer not null primary key,
    author varchar(255) not null,
    started_at timestamp(6) with time zone not null,
    canaries integer not null,
    per_hour integer not null,
    stop_after integer not null,
    -- numbers of connections, separated by spaces; empty for all
    chosen varchar(4000) not null,
    state varchar(10) not null,
    -- when all canaries had new keys; null before
    waves_from timestamp(6) with time zone,
    -- the number of the last connection that was asked, on each side; empty once all are
    provider_reached varchar(64) not null,
    consumer_reached varchar(64) not null,
    -- connections that could not be asked
    left_out bigint not null
);

-- The connections that were asked in it.
create table campaign_connection (
    connection varchar(64) not null primary key,
    subject varchar(64) not null,
    key_before varchar(64) not null,
    asked_at timestamp(6) with time zone not null,
    -- when its new keys were seen; null before
    renewed_at timestamp(6) with time zone
);
create index campaign_connection_open on campaign_connection (renewed_at, asked_at);
