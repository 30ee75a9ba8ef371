-- Sets of models that were shipped, proposed or refused: who, when and why. Rows are never removed.
create table process_version (
    number varchar(20) not null primary key,
    -- APPLICATION, FOLDER, UPLOAD or ROLLBACK
    source varchar(12) not null,
    -- PROPOSED, ACCEPTED, REJECTED or REFUSED
    state varchar(10) not null,
    -- of all files
    fingerprint varchar(43) not null,
    -- of the files and why they are to be used: the same decision counts once
    decision varchar(43) not null,
    reason varchar(1000) not null,
    proposed_by varchar(255) not null,
    proposed_at timestamp(6) with time zone not null,
    decided_by varchar(255),
    decided_at timestamp(6) with time zone,
    -- counts accepted versions: the greatest is in use; null unless accepted
    turn bigint,
    -- of the engine; null unless accepted
    deployment varchar(64),
    -- why it was refused
    findings varchar(16000)
);
insert into record_seal (table_name, row_count) values ('process_version', 0);
insert into number_range (prefix, next_number) values ('PMV', 1001);

-- Their files, one ZIP for each; the fingerprint in the row of the version proves them.
create table process_version_content (
    number varchar(20) not null primary key,
    content bytea not null
);
