-- Grows with each change of the row.
alter table provider_connection add column record_version bigint;
-- The provider's signed response to the claim: proves to a restored provider who once claimed.
alter table provider_connection add column claim_answer bytea;
