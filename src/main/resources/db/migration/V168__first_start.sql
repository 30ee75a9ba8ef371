-- What a person decided on the steps of the first start that no other record shows: done, or left out.
create table first_start_choice (
    step varchar(20) not null primary key,
    left_out boolean not null,
    user_id varchar(64) not null,
    chosen_at timestamp(6) with time zone not null
);
