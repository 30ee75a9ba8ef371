-- Decisions of admins to go on with a registration although its consumer instance could not be checked. A row stays as
-- long as its registration; it counts for the address that it names only.
create table consumer_check_waiver (
    registration varchar(20) not null primary key,
    consumer_url varchar(500) not null,
    waived_by varchar(64) not null,
    waived_at timestamp(6) with time zone not null
);
