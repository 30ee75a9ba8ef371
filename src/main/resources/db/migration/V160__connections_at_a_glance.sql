-- For pages that show connections: by registration, which the page of a registration asks for; then what counts as trouble.
create index heartbeat_registration on heartbeat (registration);
create index heartbeat_proved on heartbeat (side, proved_at);
create index heartbeat_quarantined on heartbeat (quarantined, side);
