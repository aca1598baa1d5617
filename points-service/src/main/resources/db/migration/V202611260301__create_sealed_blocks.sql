-- Tamper evidence: finished postings are hashed, in the order of their transactions, into signed blocks that each name the one before. What
-- is changed, taken out or put in afterwards no longer fits its block, whoever did it and with whatever rights.

create function refuse_seal_change() returns trigger language plpgsql as $$
begin
    raise exception 'seals never change: a wrong one is evidence';
end $$;

-- Public halves of the keys that sealed. Each was brought in by a record that it signed itself, and the key before it if that was at hand.
create table sealing_key (
    id                 bytea       not null primary key check (length(id) = 32), -- SHA-256 of public_key
    public_key         bytea       not null, -- X.509 SubjectPublicKeyInfo
    from_block         bigint      not null unique check (from_block >= 1),
    previous_id        bytea       references sealing_key,
    introduced_at      timestamptz not null,
    signature          bytea       not null check (length(signature) = 64),
    previous_signature bytea       check (length(previous_signature) = 64),
    check (previous_id is not null or previous_signature is null)
);
create trigger key_is_immutable before update or delete on sealing_key for each statement execute function refuse_seal_change();

-- number to signature are the signed header; last_* is the place of the last posting in the order (tx, member_id, asset, account_version),
-- where the next block begins. Blocks may end within a transaction, since a large one must not make a large block.
create table sealed_block (
    number       bigint      not null primary key check (number >= 1),
    first_tx     xid8        not null,
    last_tx      xid8        not null,
    postings     integer     not null check (postings > 0),
    root         bytea       not null check (length(root) = 32),
    previous     bytea       not null check (length(previous) = 32),
    key_id       bytea       not null references sealing_key,
    sealed_at    timestamptz not null,
    hash         bytea       not null check (length(hash) = 32),
    signature    bytea       not null check (length(signature) = 64),
    last_member  uuid        not null,
    last_asset   text        not null,
    last_version bigint      not null,
    leaves       bytea       not null -- for each posting, in order: its account, version and id, and the hash of its canonical form
);
-- Hashes cannot be compressed: do not try.
alter table sealed_block alter column leaves set storage external;
create unique index sealed_block_by_place on sealed_block (last_tx, last_member, last_asset, last_version);
create trigger block_is_immutable before update or delete on sealed_block for each statement execute function refuse_seal_change();
