-- Why a connection was closed is kept to be read in any language, which needs more room; plain English from before stays readable.
alter table provider_connection alter column reason set data type varchar(4000);
