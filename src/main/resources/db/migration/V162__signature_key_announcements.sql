-- Which peers know this instance by an earlier signature key, and what became of telling them the active one.
create table signature_key_announcement (
    -- the record whose peer it is: of a registration at the provider, of a connection at the consumer
    record_number varchar(15) not null primary key,
    -- thumbprint of the signature key that the peer knows
    pinned varchar(43) not null,
    -- thumbprint of the signature key that the peer is told
    announced varchar(43) not null,
    -- when the peer is told next; null if it knows, or if a person gave up on it
    due_at timestamp(6) with time zone,
    tries integer not null,
    -- why it does not know the key yet
    failure varchar(2000),
    known_at timestamp(6) with time zone,
    given_up_by varchar(64)
);
create index signature_key_announcement_due on signature_key_announcement (due_at);
-- Signature keys that peers had before: what they ask under these is answered as before.
create table former_peer_key (
    registration varchar(64) not null,
    thumbprint varchar(43) not null,
    record_number varchar(15) not null,
    replaced_at timestamp(6) with time zone not null,
    primary key (record_number, thumbprint)
);
create index former_peer_key_registration on former_peer_key (registration, thumbprint);
