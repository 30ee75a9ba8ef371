-- Connections of which a person was asked to look after the contact with the other side. A row goes when that is over.
create table raised_alarm (
    connection varchar(64) not null,
    kind varchar(12) not null,
    raised_at timestamp(6) with time zone not null,
    primary key (connection, kind)
);
