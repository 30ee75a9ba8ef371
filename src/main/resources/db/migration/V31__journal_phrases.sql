-- What an entry says, to be read in any language; null if a person typed it. entry_text keeps the English.
alter table journal_entry add phrase varchar(16000);
