-- The health of all connections is read from this index alone, without the long rows; it takes the place of the one that
-- found silent connections, so that a heartbeat changes no more indexes than before.
drop index heartbeat_proved;
create index heartbeat_health on heartbeat (side, proved_at, stopped, quarantined, failures, failure, heard_at, counter,
    round_trip, clock_ahead, module);
