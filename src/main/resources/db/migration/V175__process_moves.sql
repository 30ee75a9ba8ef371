-- Running cases that a person moves from one version of a process to another.
create table process_move (
    number varchar(20) not null primary key,
    process_key varchar(64) not null,
    from_version integer not null,
    to_version integer not null,
    -- ids of the definitions
    from_id varchar(64) not null,
    to_id varchar(64) not null,
    author varchar(255) not null,
    started_at timestamp(6) with time zone not null,
    -- RUNNING, STOPPED or DONE
    state varchar(10) not null,
    -- the move that this one takes back; null for others
    undo_of varchar(20)
);
create index process_move_state on process_move (state);
insert into number_range (prefix, next_number) values ('PMM', 1001);

-- The cases of a move, and what became of each.
create table process_move_case (
    move varchar(20) not null,
    -- the engine's id of the process
    instance varchar(64) not null,
    case_number varchar(255) not null,
    -- WAITING, MOVED, REFUSED or GONE
    result varchar(10) not null,
    finding varchar(4000),
    primary key (move, instance)
);
create index process_move_case_result on process_move_case (move, result);
