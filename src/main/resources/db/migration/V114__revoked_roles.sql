-- A role that was taken away stays as a row: a row that is removed could be put back together with its proof. Null in rows of
-- earlier versions, so that their proofs stand.
alter table role_grant add column revoked boolean;
