-- What an event says, so that another event under a key that is already used is noticed instead of being taken for a repetition.
-- Rows from before have none and match everything.
alter table inbox add column checksum integer;
