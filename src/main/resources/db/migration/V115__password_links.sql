-- Whether a user may log in; contacts who had been deactivated may not
alter table account add column active boolean default true not null;
update account set active = false where user_id in (select user_id from contact where active = false);

-- The newest link by which a user may set a password, until it is used or expires. It counts while the user's account has the
-- security version with which the link was made.
create table password_link (
    user_id varchar(64) not null primary key,
    secret_hash varchar(64) not null unique,
    security_version bigint not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
