-- What has to be asked of peers, and what they said last.
create table peer_inquiry (
    number varchar(15) not null primary key,
    side varchar(8) not null,
    -- when the peer is to be asked; null if nothing is due
    due_at timestamp(6) with time zone,
    tries integer not null,
    peer_version bigint,
    peer_state varchar(12),
    peer_reason varchar(20),
    peer_next varchar(10),
    heard_at timestamp(6) with time zone
);
create index peer_inquiry_due on peer_inquiry (due_at);
