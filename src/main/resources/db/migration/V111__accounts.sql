-- Two first logins of one user at the same moment made two filters, and two notes of the filter, which no later login could
-- read. The first of each stays; the other filters go with their authorizations.
delete from act_ru_authorization where resource_type_ = 5 and resource_id_ in (
    select later.value_ from act_id_info later join act_id_info first_one
        on first_one.user_id_ = later.user_id_ and first_one.key_ = later.key_ and first_one.id_ < later.id_
    where later.key_ = 'tasklist.filter.myTasks');
delete from act_ru_filter where id_ in (
    select later.value_ from act_id_info later join act_id_info first_one
        on first_one.user_id_ = later.user_id_ and first_one.key_ = later.key_ and first_one.id_ < later.id_
    where later.key_ = 'tasklist.filter.myTasks');
delete from act_id_info where key_ = 'tasklist.filter.myTasks' and id_ in (
    select later.id_ from act_id_info later join act_id_info first_one
        on first_one.user_id_ = later.user_id_ and first_one.key_ = later.key_ and first_one.id_ < later.id_);

-- What belongs to a user besides names and password. The version rises when the user's sessions must end.
create table account (
    user_id varchar(64) not null primary key,
    security_version bigint not null
);
insert into account (user_id, security_version) select id_, 1 from act_id_user;

-- Every user name that was ever given, in lower case. A name is given once, so that nobody inherits contact records, tokens
-- or journal entries of somebody who had it before.
create table account_name (
    name_key varchar(64) not null primary key
);
insert into account_name (name_key)
select lower(id_) from act_id_user
union select lower(user_id) from contact
union select lower(issued_by) from api_token
union select lower(author) from journal_entry where author <> 'system' and author not like 'service:%';
