-- The incarnation of the peer's database in which it said what it said last; null if an earlier version heard it.
alter table peer_inquiry add column peer_incarnation bigint;
