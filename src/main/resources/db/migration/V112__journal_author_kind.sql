-- Who wrote an entry: SYSTEM, USER or SERVICE; author is then the user name, the name of the service, or empty. Null in the
-- entries of earlier versions, whose hashes cover the author as one text: "system", "service:..." or a user name.
alter table journal_entry add author_kind varchar(10);
