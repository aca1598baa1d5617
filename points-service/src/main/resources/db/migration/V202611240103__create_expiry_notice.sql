-- That a member was told what lapses when, so that it is told once.

create table expiry_notice (
    member_id  uuid        not null,
    asset      text        not null,
    expires_at timestamptz not null,
    amount     bigint      not null check (amount > 0),
    noticed_at timestamptz not null default now(),
    primary key (member_id, asset, expires_at)
);
