-- Whether an admin has yet to send the link to the contact; null in rows of earlier versions, which did not know.
alter table consumer_registration add column link_unsent boolean;
