-- Maintenance of the whole instance: announced, or lifted, connection by connection. At most one row.
create table maintenance (
    id integer not null primary key,
    begins_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    reason varchar(400) not null,
    author varchar(255) not null,
    -- whether the connections are told of it, or of its end
    lifted boolean not null,
    -- the number of the last connection that was told, on each side; empty once all are
    provider_reached varchar(64) not null,
    consumer_reached varchar(64) not null,
    told bigint not null,
    -- connections that kept a suspension of their own, or could not be told
    left_out bigint not null
);
