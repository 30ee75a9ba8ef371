-- Hashes of the messages that prove an entry, separated by spaces; null if there are none. The hash of the entry covers them.
alter table journal_entry add column receipts varchar(360);

-- The messages themselves, as they crossed the network; the message is null if it has a secret, or is too long or one too many.
create table journal_receipt (
    subject varchar(20) not null,
    entry_number bigint not null,
    place integer not null,
    payload_type varchar(100) not null,
    own boolean not null,
    -- of who signed it; null if it carries no signature
    signature_key bytea,
    message bytea,
    message_hash varchar(43) not null,
    primary key (subject, entry_number, place)
);
