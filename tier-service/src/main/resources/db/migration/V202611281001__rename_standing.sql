-- The table holds the tier of each member; the glossary's word is tier.
alter table standing rename to member_tier;
