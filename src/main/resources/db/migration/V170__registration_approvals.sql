-- The approvals that the model of a registration requires, and who gave them; null if it requires none.
alter table consumer_registration add column approvals varchar(16000);
