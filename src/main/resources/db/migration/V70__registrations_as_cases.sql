-- Whose turn it is and since when, and what lists sort and count by; the aggregate decides, the store writes.
alter table consumer_registration add column turn varchar(6) default 'NOBODY' not null;
alter table consumer_registration add column turn_since timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00' not null;
alter table consumer_registration add column ended boolean default true not null;
alter table consumer_registration add column failed boolean default false not null;
-- when the link expires, or the end of time
alter table consumer_registration add column due_at timestamp(6) with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;
-- the company's name in lower case, which changes with the company's
alter table consumer_registration add column name_key varchar(100);

update consumer_registration set
    ended = (state in ('CLOSED_COMPLETE', 'CLOSED_INCOMPLETE')),
    failed = (state = 'VALIDATION_FAILED' or (state = 'OPEN' and exchange_failures >= 5)
        or coalesce(closing_reason, '') = 'FAILED'),
    turn = case
        when state in ('CLOSED_COMPLETE', 'CLOSED_INCOMPLETE') then 'NOBODY'
        when state = 'VALIDATION_FAILED' or exchange_failures >= 5 then 'US'
        when state = 'OPEN' and consent_at is null then 'THEM'
        else 'SYSTEM' end,
    -- nobody noted it before: the last thing that is known to have happened
    turn_since = coalesce(outbound_since, inbound_since, consent_at, matched_at, claimed_at, requested_at),
    due_at = coalesce(link_expires_at, due_at),
    name_key = (select name_key from company where id = company_id);

alter table consumer_registration alter column turn drop default;
alter table consumer_registration alter column turn_since drop default;
alter table consumer_registration alter column ended drop default;
alter table consumer_registration alter column failed drop default;
alter table consumer_registration alter column due_at drop default;
alter table consumer_registration add constraint consumer_registration_name
    foreign key (name_key) references company (name_key) on update cascade;

-- One for every order, with all that is filtered and searched by behind it, so that wide rows are not read; then what is counted
create index consumer_registration_newest on consumer_registration (requested_at, number, turn, failed, state, due_at, name_key, contact_id, consumer_url);
create index consumer_registration_waiting on consumer_registration (ended, turn_since, number, turn, failed, state, due_at, name_key, contact_id, consumer_url);
create index consumer_registration_company on consumer_registration (name_key, number, turn, failed, state, due_at, contact_id, consumer_url);
create index consumer_registration_due on consumer_registration (due_at, number, turn, failed, state, name_key, contact_id, consumer_url);
create index consumer_registration_turn on consumer_registration (turn);
create index consumer_registration_failed on consumer_registration (failed);
create index consumer_registration_contact on consumer_registration (contact_id);
