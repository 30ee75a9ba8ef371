-- What people typed into fields that an analyst added to the start form, one row for a record that has any. A row stays as long
-- as its record. It is proved, because decisions read it.
create table own_field (
    record varchar(20) not null primary key,
    fields varchar(8000) not null
);

insert into record_seal (table_name, row_count) values ('own_field', 0);
