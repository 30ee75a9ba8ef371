-- The approvals that the model of a connection requires, and who gave them; null if it requires none.
alter table provider_connection add column approvals varchar(16000);
