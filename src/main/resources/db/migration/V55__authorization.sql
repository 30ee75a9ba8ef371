-- One pass through the authorization server; hashes are keyed, everything else is sealed.
create table oauth_grant (
    id varchar(60) not null primary key,
    client_id varchar(100) not null,
    state_hash varchar(60),
    code_hash varchar(60),
    token_hash varchar(60),
    sealed bytea not null,
    expires_at timestamp(6) with time zone not null,
    version bigint not null
);
create unique index oauth_grant_state on oauth_grant (state_hash);
create unique index oauth_grant_code on oauth_grant (code_hash);
create unique index oauth_grant_token on oauth_grant (token_hash);
create index oauth_grant_expiry on oauth_grant (expires_at);

-- Client assertions that were presented, by the keyed hash of client and jti.
create table oauth_assertion (
    hash varchar(60) not null primary key,
    expires_at timestamp(6) with time zone not null
);
create index oauth_assertion_expiry on oauth_assertion (expires_at);
