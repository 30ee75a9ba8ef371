-- The messages themselves, of which only hashes were kept: both sides keep all four as evidence once the keys are agreed.
-- Null in exchanges of earlier versions.
alter table received_exchange add column m1 bytea;
alter table started_exchange add column m2 bytea;
