-- When each housekeeping task was last taken on, so that one node does it for all.
create table housekeeping (
    task varchar(60) not null primary key,
    taken_at timestamp(6) with time zone not null
);
create index kmf_key_state on kmf_key (state, state_since);
create index received_exchange_started on received_exchange (started_at);
create index started_exchange_started on started_exchange (started_at);
