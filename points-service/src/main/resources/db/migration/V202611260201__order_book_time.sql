-- Book time follows the numbers of an account's postings: now() is when a transaction began, which may be before it got the account's lock
-- and so before another transaction that booked first. The statement that writes a transaction's postings starts under the lock; all its
-- rows have one time, so that no moment shows half a transaction.
alter table posting alter column posted_at set default statement_timestamp();
