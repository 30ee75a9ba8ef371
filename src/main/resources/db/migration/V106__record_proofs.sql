-- What proves a row that decides something: a keyed hash over all its columns. It stands apart from the row, so that an
-- older copy of the row does not bring its proof along.
create table record_proof (
    table_name varchar(40) not null,
    record_key varchar(140) not null,
    mac bytea not null,
    primary key (table_name, record_key)
);

-- How many rows each protected table has, authenticated; mac is null until the rows of earlier versions were sealed once.
create table record_seal (
    table_name varchar(40) not null primary key,
    row_count bigint not null,
    mac bytea
);
insert into record_seal (table_name, row_count) values ('consumer_registration', 0);
insert into record_seal (table_name, row_count) values ('provider_connection', 0);
insert into record_seal (table_name, row_count) values ('contact', 0);
insert into record_seal (table_name, row_count) values ('api_token', 0);
