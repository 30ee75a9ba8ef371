-- Whether the journal says that the other side has not answered for long, so that it is said once
alter table heartbeat add silence_noted boolean default false not null;
