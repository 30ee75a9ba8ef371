-- Numbers that people read start at 1001. Features that need another prefix insert it in their own migration.
insert into number_range (prefix, next_number) values ('CMP', 1001);
insert into number_range (prefix, next_number) values ('REG', 1001);
insert into number_range (prefix, next_number) values ('PCN', 1001);
insert into number_range (prefix, next_number) values ('CCN', 1001);

create table company (
    id varchar(10) not null primary key,
    name varchar(100) not null,
    -- The name in lower case: names that differ in case only are one name
    name_key varchar(100) not null unique,
    active boolean not null
);

-- Which user of the directory (act_id_user) is a contact of which company
create table contact (
    user_id varchar(64) not null primary key,
    company_id varchar(10) not null references company (id),
    active boolean not null
);

create index contact_company on contact (company_id);

-- One row at most
create table provider_record (
    id smallint not null primary key check (id = 1),
    name varchar(40) not null
);
