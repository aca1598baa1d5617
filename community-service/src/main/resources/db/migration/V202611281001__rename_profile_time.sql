-- The business time of the newest profile of a member; null while the brand has sent none.
alter table member rename column told_at to profile_at;
