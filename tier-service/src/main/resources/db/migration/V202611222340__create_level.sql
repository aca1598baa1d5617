-- The ladder that members climb: a level is reached with the growth of its threshold. No two levels share a threshold, so their order
-- is never in doubt; that the lowest begins at 0 is checked where the ladder is read.
create table level (
    code      text   not null primary key check (code ~ '^[A-Z][A-Z0-9_]{0,29}$'),
    name      text   not null check (length(name) between 1 and 50),
    threshold bigint not null unique check (threshold >= 0)
);

insert into level (code, name, threshold) values
    ('BASIC', '普通', 0),
    ('ADVANCED', '高级', 1000),
    ('PREMIUM', '尊享', 5000);

-- How many members stand on each level, so that the summary never counts members. Each connection adds to its own share of a level,
-- or all batches would queue for one row; a share may be negative, the sum of a level is not.
create table level_population (
    level   text    not null,
    shard   integer not null,
    members bigint  not null,
    primary key (level, shard)
);
