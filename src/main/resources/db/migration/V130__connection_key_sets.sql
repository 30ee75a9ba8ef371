-- Keys of connections beside those that they were established with: agreed ones, and replaced ones until they are destroyed.
-- The key bytes are in kmf_key, with the key id as their label; the keys in use are named by the record of the connection.
create table connection_key_set (
    key_id varchar(64) not null primary key,
    connection varchar(64) not null,
    agreed_at timestamp(6) with time zone not null,
    -- null until the peer was seen to use them
    proved_at timestamp(6) with time zone,
    -- null as long as they are the newest
    retires_at timestamp(6) with time zone
);
create index connection_key_set_connection on connection_key_set (connection);
create index connection_key_set_retires on connection_key_set (retires_at);
