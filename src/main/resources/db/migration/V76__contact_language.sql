-- Language of e-mails to the contact, such as de; null: that of the instance
alter table contact add column language varchar(10);
