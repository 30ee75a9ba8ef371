-- For pages that show connections: by registration, which the page of a registration asks for; then what counts as trouble.
create index heartbeat_registration on heartbeat (registration);
create index heartbeat_proved on heartbeat (side, proved_at);
create index heartbeat_quarantined on heartbeat (quarantined, side);

-- For the page of a company
create index consumer_registration_company_id on consumer_registration (company_id, requested_at, number);
create index provider_connection_company_id on provider_connection (company_id, opened_at, number);
