-- The key of a name is longer than the name if it has characters such as ligatures.
alter table company alter column name_key set data type varchar(2000);
