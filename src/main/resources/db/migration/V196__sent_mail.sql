-- E-mails about records that may come back. The id is the unguessable part of the Message-ID; a row goes when its e-mail comes
-- back, and when no mail server returns it any more.
create table sent_mail (
    id varchar(36) not null primary key,
    about varchar(20) not null,
    kind varchar(20) not null,
    link_until timestamp(6) with time zone,
    sent_at timestamp(6) with time zone not null
);
create index sent_mail_sent_at on sent_mail (sent_at);
