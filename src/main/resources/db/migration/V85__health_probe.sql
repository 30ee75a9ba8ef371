-- One row that is written to prove that the database can be written
create table health_probe (
  id integer not null primary key,
  writes bigint not null
);
insert into health_probe (id, writes) values (1, 0);
