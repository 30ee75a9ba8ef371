-- What happened to a registration or connection, in order; the hash of each entry covers the one before.
create table journal_entry (
    subject varchar(20) not null,
    entry_number bigint not null,
    kind varchar(10) not null,
    author varchar(64) not null,
    entry_text varchar(4000) not null,
    written_at timestamp(6) with time zone not null,
    entry_hash varchar(43) not null,
    primary key (subject, entry_number)
);

-- The last entry of each subject, so that the end of a chain cannot be cut off unnoticed.
create table journal_end (
    subject varchar(20) not null primary key,
    entry_number bigint not null,
    entry_hash varchar(43) not null,
    end_hash varchar(43) not null
);
