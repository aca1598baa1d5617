-- One book for several assets, with what is pending and what is held apart from what can be spent, holds, reversals, and lots that know
-- from when and until when their points can be used. Existing postings keep their meaning in the new columns.

-- What a member owns of an asset. credits − debits is what can be spent; both only grow. A floor below zero lets a refund take back points
-- that are already spent.
alter table account
    drop constraint account_asset_check,
    drop constraint account_check, -- credits >= debits
    add column pending bigint not null default 0 check (pending >= 0), -- earned, not yet to be spent
    add column held    bigint not null default 0 check (held >= 0),    -- reserved by holds
    add column floor   bigint not null default 0 check (floor <= 0),
    add constraint account_asset_known check (asset in ('POINTS', 'GROWTH', 'VOUCHER', 'CASH')),
    add constraint account_not_below_floor check (credits - debits >= floor),
    add constraint account_credits_not_negative check (credits >= 0);

alter table program_account
    drop constraint program_account_program_check,
    add constraint program_account_program_known check (program in ('ISSUED', 'REDEEMED', 'EXPIRED'));

-- A posting moves a positive whole amount of one asset between two accounts: ISSUED, REDEEMED and EXPIRED are the brand's, AVAILABLE,
-- PENDING and HELD the member's.
drop trigger posting_is_immutable on posting;
alter table posting
    drop constraint posting_kind_check,
    drop constraint posting_program_check,
    drop constraint posting_amount_check,
    drop constraint posting_balance_after_check,
    drop constraint posting_check,
    add column from_account  text,
    add column to_account    text,
    add column pending_after bigint not null default 0 check (pending_after >= 0),
    add column held_after    bigint not null default 0 check (held_after >= 0),
    add column reverses      uuid, -- the posting that this one takes back, in part or whole
    add column note          text, -- an operator's words
    add column tx            xid8 not null default pg_current_xact_id();
alter table posting rename column balance_after to available_after;
update posting
set from_account = case when kind = 'EARNED' then 'ISSUED' else 'AVAILABLE' end,
    to_account = case kind when 'EARNED' then 'AVAILABLE' when 'TAKEN_BACK' then 'ISSUED' else 'REDEEMED' end,
    amount = abs(amount);
alter table posting
    drop column program,
    alter column from_account set not null,
    alter column to_account set not null,
    add constraint posting_asset_known check (asset in ('POINTS', 'GROWTH', 'VOUCHER', 'CASH')),
    add constraint posting_amount_positive check (amount > 0),
    -- Every kind moves between accounts of its own; there is no other way through the book.
    add constraint posting_moves_as_its_kind check (
        (kind, from_account, to_account) in (
            ('EARNED', 'ISSUED', 'AVAILABLE'),
            ('EARNED_PENDING', 'ISSUED', 'PENDING'),
            ('CONFIRMED', 'PENDING', 'AVAILABLE'),
            ('REDEEMED', 'AVAILABLE', 'REDEEMED'),
            ('HELD', 'AVAILABLE', 'HELD'),
            ('HOLD_POSTED', 'HELD', 'REDEEMED'),
            ('RELEASED', 'HELD', 'AVAILABLE'),
            ('RETURNED', 'REDEEMED', 'AVAILABLE'),
            ('TAKEN_BACK', 'AVAILABLE', 'ISSUED'),
            ('PENDING_TAKEN_BACK', 'PENDING', 'ISSUED'),
            ('EXPIRED', 'AVAILABLE', 'EXPIRED'),
            ('REOPENED', 'EXPIRED', 'AVAILABLE'),
            ('GRANTED', 'ISSUED', 'AVAILABLE'),
            ('DEDUCTED', 'AVAILABLE', 'ISSUED')));
create trigger posting_is_immutable before update or delete on posting for each statement execute function refuse_change();
-- Finished transactions are sealed in the order of their numbers; rows are appended in it, nearly.
create index posting_by_transaction on posting (tx);

-- Points earned together. pending until available_at, then remaining (spendable) until expires_at; held by holds; spent is what is left of
-- amount. taken_back counts what refunds took for it, out of this lot or, where that was spent, out of others.
alter table lot
    drop constraint lot_check, -- remaining between 0 and amount
    add column available_at timestamptz, -- null: at once
    add column pending      bigint not null default 0 check (pending >= 0),
    add column held         bigint not null default 0 check (held >= 0),
    add column expired      bigint not null default 0 check (expired >= 0),
    add column taken_back   bigint not null default 0 check (taken_back >= 0),
    add column extends_days integer check (extends_days between 1 and 36500), -- activity moves expires_at to this many days later
    add column order_id     text,
    add column cause_type   text, -- of what earned it, for the posting that confirms it
    add constraint lot_remaining_not_negative check (remaining >= 0),
    add constraint lot_parts_within_amount check (pending + remaining + held + expired <= amount),
    add constraint lot_not_taken_back_twice check (taken_back <= amount),
    add constraint lot_pending_has_a_date check (pending = 0 or available_at is not null);
update lot set order_id = purchase.order_id from purchase where purchase.member_id = lot.member_id and purchase.lot_id = lot.id;
create index lot_expiring on lot (expires_at) where remaining > 0 and expires_at is not null;
create index lot_confirming on lot (available_at) where pending > 0;

-- What a posting did to a lot after it was opened. free counts pending and remaining together, so that confirming is no movement; the lot
-- 00000000-0000-0000-0000-000000000000 is the overdraft of the account. Together with the lots these rows are the plan of every expiry:
-- free at any time D = amount + sum(free_change of movements until D), pending before available_at, gone from expires_at on.
create table lot_movement (
    member_id       uuid        not null,
    asset           text        not null,
    account_version bigint      not null,
    lot_id          uuid        not null,
    free_change     bigint      not null,
    held_change     bigint      not null default 0,
    occurred_at     timestamptz not null,
    primary key (member_id, asset, account_version, lot_id),
    check (free_change <> 0 or held_change <> 0)
);
insert into lot_movement (member_id, asset, account_version, lot_id, free_change, occurred_at)
select member_id, asset, account_version, lot_id, -lot_use.amount, occurred_at
from lot_use join posting using (member_id, asset, account_version);
drop table lot_use;

-- Points reserved for something that is not settled yet; they are posted, all or in part, or released, at the latest at expires_at.
create table hold (
    member_id  uuid        not null,
    id         uuid        not null, -- also the id of the posting HELD
    asset      text        not null,
    amount     bigint      not null check (amount > 0),
    posted     bigint      not null default 0 check (posted >= 0),
    status     text        not null check (status in ('OPEN', 'POSTED', 'VOIDED', 'EXPIRED')),
    order_id   text,
    note       text,
    held_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > held_at),
    closed_at  timestamptz,
    primary key (member_id, id),
    check (posted <= amount),
    check ((status = 'OPEN') = (closed_at is null)),
    check (status <> 'POSTED' or posted > 0)
);
create index hold_expiring on hold (expires_at) where status = 'OPEN';

-- Which lots a hold reserves points of, while it is open.
create table hold_lot (
    member_id uuid   not null,
    hold_id   uuid   not null,
    lot_id    uuid   not null,
    amount    bigint not null check (amount > 0),
    primary key (member_id, hold_id, lot_id)
);

-- Points that paid a part of an order, so that a refund of the order returns its share to the lots they came from.
create table order_spend (
    member_id       uuid   not null,
    order_id        text   not null,
    asset           text   not null,
    account_version bigint not null, -- of the posting that spent them
    amount          bigint not null check (amount > 0),
    returned        bigint not null default 0 check (returned between 0 and amount),
    primary key (member_id, order_id, asset, account_version)
);
