-- Waivers of a check decide whether a registration goes on: they are proved as registrations are
insert into record_seal (table_name, row_count) values ('consumer_check_waiver', 0);
