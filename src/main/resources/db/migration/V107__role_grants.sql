-- Which roles this application gave to whom. A membership in the engine's tables counts only with its row here.
create table role_grant (
    -- user and group, between them a space
    id varchar(140) not null primary key,
    user_id varchar(64) not null,
    group_id varchar(64) not null
);
create index role_grant_user on role_grant (user_id);
insert into record_seal (table_name, row_count) values ('role_grant', 0);
