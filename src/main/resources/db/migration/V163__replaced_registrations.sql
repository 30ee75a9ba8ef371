-- Registrations that replace the connection of an earlier one, so that the contact is told before consenting.
create table replaced_registration (
    number varchar(15) not null primary key,
    replaced varchar(15) not null
);
