-- What points buy, and who bought it.

create table reward (
    code       text        not null primary key check (code ~ '^[a-z][a-z0-9-]{0,49}$'),
    name       text        not null,
    cost       bigint      not null check (cost between 1 and 100000000),
    stock      bigint      check (stock >= 0), -- null: without limit
    created_at timestamptz not null
);

create table redemption (
    member_id   uuid        not null,
    id          uuid        not null,
    reward_code text        not null,
    cost        bigint      not null,
    redeemed_at timestamptz not null,
    primary key (member_id, id)
);
