-- The addresses that this instance has had; the newest one is its own.
create table own_address (
    since timestamp(6) with time zone not null primary key,
    address varchar(500) not null
);
-- Which peers are to be told this instance's address after it changed, and what became of that.
create table address_announcement (
    connection varchar(64) not null primary key,
    address varchar(500) not null,
    -- when the peer is told next; null if it knows, or if a person gave up on it
    due_at timestamp(6) with time zone,
    tries integer not null,
    -- why it does not know the address yet
    failure varchar(2000),
    known_at timestamp(6) with time zone,
    given_up_by varchar(64)
);
create index address_announcement_due on address_announcement (due_at);
-- Moves of peers: the former address is tried for a while, and a refused one is shown.
create table peer_address (
    connection varchar(64) not null primary key,
    address varchar(500),
    former varchar(500),
    moved_at timestamp(6) with time zone,
    former_until timestamp(6) with time zone,
    refused varchar(512),
    refusal varchar(2000),
    refused_at timestamp(6) with time zone
);
create index peer_address_former on peer_address (former_until);
