-- The sealer and its check go through postings in the order of blocks. By transaction alone they would sort a whole transaction again for
-- each block in it: a transaction of 20,000 postings made a check of them take seconds, an import of a million would take for ever.
drop index posting_by_transaction;
create index posting_by_place on posting (tx, member_id, asset, account_version);
