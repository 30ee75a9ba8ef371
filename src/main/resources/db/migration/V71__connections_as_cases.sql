-- As V70 for registrations: whose turn it is and since when, and what lists sort and count by.
alter table provider_connection add column turn varchar(6) default 'NOBODY' not null;
alter table provider_connection add column turn_since timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00' not null;
alter table provider_connection add column ended boolean default true not null;
alter table provider_connection add column failed boolean default false not null;
-- when the link expires, while a person is still to use it; otherwise the end of time
alter table provider_connection add column due_at timestamp(6) with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;
-- the provider's name, or its address until the name is known, in lower case
alter table provider_connection add column name_key varchar(500) default '' not null;

update provider_connection set
    ended = (state in ('ONBOARDED', 'CLOSED_INCOMPLETE')),
    failed = (state = 'VALIDATION_FAILED'),
    turn = case
        when state in ('ONBOARDED', 'CLOSED_INCOMPLETE') then 'NOBODY'
        when state in ('VALIDATION_FAILED', 'VALIDATED', 'AWAITING_AUTHENTICATION') then 'US'
        when state = 'ACTIVATING' and outbound_active then 'THEM'
        else 'SYSTEM' end,
    turn_since = opened_at,
    due_at = case
        when state in ('AWAITING_VALIDATION', 'VALIDATION_FAILED', 'VALIDATED', 'CLAIMING', 'AWAITING_AUTHENTICATION')
        then link_expires_at else due_at end,
    name_key = lower(coalesce(provider_name, provider_url));

alter table provider_connection alter column turn drop default;
alter table provider_connection alter column turn_since drop default;
alter table provider_connection alter column ended drop default;
alter table provider_connection alter column failed drop default;
alter table provider_connection alter column due_at drop default;
alter table provider_connection alter column name_key drop default;

create index provider_connection_newest on provider_connection (opened_at, number, turn, failed, state, due_at, name_key, opened_by, provider_url, registration);
create index provider_connection_waiting on provider_connection (ended, turn_since, number, turn, failed, state, due_at, name_key, opened_by, provider_url, registration);
create index provider_connection_name on provider_connection (name_key, number, turn, failed, state, due_at, opened_by, provider_url, registration);
create index provider_connection_due on provider_connection (due_at, number, turn, failed, state, name_key, opened_by, provider_url, registration);
create index provider_connection_turn on provider_connection (turn);
create index provider_connection_failed on provider_connection (failed);
