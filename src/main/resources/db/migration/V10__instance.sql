create table number_range (
    prefix varchar(3) not null primary key,
    next_number bigint not null
);
