-- Contacts of live connections that changed since the onboarding: at the provider as it says them, at the consumer as it heard.
create table connection_contact (
    number varchar(15) not null primary key,
    contact varchar(512) not null,
    company varchar(512) not null,
    since timestamp(6) with time zone not null
);
