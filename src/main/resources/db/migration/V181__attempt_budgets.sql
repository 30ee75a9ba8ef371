-- How many attempts to log in and the like were taken lately, for all nodes. The key is a keyed hash of name and source:
-- what people type as a name may be a password.
create table attempt_budget (
    budget varchar(43) not null primary key,
    taken integer not null,
    -- milliseconds since 1970: when the last was taken, and from when on the next one is admitted
    last_ms bigint not null,
    free_ms bigint not null
);
create index attempt_budget_last on attempt_budget (last_ms);
