-- Suspensions of live connections: at most one that this side decided, and one that the other side told of. A row stays
-- after its end, because the health of a connection counts from then.
create table connection_suspension (
    connection varchar(64) not null,
    own boolean not null,
    -- the registration at the provider, the connection at the consumer
    subject varchar(64) not null,
    kind varchar(12) not null,
    begins_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    reason varchar(400) not null,
    -- when this side decided, or the other side's clock when it said so
    said_at timestamp(6) with time zone not null,
    -- of the own record, with which it was told
    record_version bigint not null,
    -- when the other side was known to have heard of it
    confirmed_at timestamp(6) with time zone,
    primary key (connection, own)
);
create index connection_suspension_subject on connection_suspension (subject);
