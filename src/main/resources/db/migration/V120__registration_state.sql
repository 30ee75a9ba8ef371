-- How many links a registration had; null in rows of earlier versions, which have had one at least if they have a link.
alter table consumer_registration add column link_generation integer;
-- Grows with each change of the row.
alter table consumer_registration add column record_version bigint;
-- Thumbprints of consumers that claimed an earlier link, separated by spaces: they may ask what became of it.
alter table consumer_registration add column former_consumers varchar(4000);
-- What is known of the consumer's own record: it has left, or lost it.
alter table consumer_registration add column consumer_departure varchar(8);
