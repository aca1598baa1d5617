-- The book: double entry, whole units, postings that never change, and lots that say which points lapse when.

-- What a member owns of an asset. Both sides only grow; the difference is what can be spent and is never below zero.
create table account (
    member_id uuid   not null,
    asset     text   not null check (asset in ('POINTS')),
    debits    bigint not null default 0 check (debits >= 0),
    credits   bigint not null default 0 check (credits >= debits),
    version   bigint not null default 0, -- number of postings
    primary key (member_id, asset)
) with (fillfactor = 75);

-- The other side of every posting. Each database connection adds to a shard of its own, so that no row is hot; the account is their sum.
create table program_account (
    program text     not null check (program in ('ISSUED', 'REDEEMED')),
    asset   text     not null,
    shard   smallint not null,
    debits  bigint   not null default 0 check (debits >= 0),
    credits bigint   not null default 0 check (credits >= 0),
    primary key (program, asset, shard)
) with (fillfactor = 50);

create table posting (
    member_id       uuid        not null,
    asset           text        not null,
    account_version bigint      not null check (account_version >= 1),
    id              uuid        not null,
    kind            text        not null check (kind in ('EARNED', 'TAKEN_BACK', 'REDEEMED')),
    program         text        not null check (program in ('ISSUED', 'REDEEMED')),
    amount          bigint      not null check (amount <> 0), -- positive: program to member; negative: member to program
    balance_after   bigint      not null check (balance_after >= 0),
    cause_id        uuid        not null,
    cause_type      text        not null,
    order_id        text,
    rule_code       text,
    rule_version    integer,
    occurred_at     timestamptz not null,
    posted_at       timestamptz not null default now(),
    primary key (member_id, asset, account_version),
    check ((amount > 0) = (kind = 'EARNED'))
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'postings never change: post a reversal instead';
end $$;
create trigger posting_is_immutable before update or delete on posting for each statement execute function refuse_change();

-- Points earned together, until they are spent, taken back or lapse. The id is that of the posting that opened the lot.
create table lot (
    member_id  uuid        not null,
    asset      text        not null,
    id         uuid        not null,
    amount     bigint      not null check (amount > 0),
    remaining  bigint      not null check (remaining between 0 and amount),
    earned_at  timestamptz not null,
    expires_at timestamptz,
    primary key (member_id, asset, id)
) with (fillfactor = 80);

-- Which lots a posting away from the member was taken from.
create table lot_use (
    member_id       uuid   not null,
    asset           text   not null,
    account_version bigint not null,
    lot_id          uuid   not null,
    amount          bigint not null check (amount > 0),
    primary key (member_id, asset, account_version, lot_id)
);
