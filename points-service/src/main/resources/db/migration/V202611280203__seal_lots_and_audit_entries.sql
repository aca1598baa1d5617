-- Blocks say in which form their leaves were hashed: 1 is a posting alone, 2 is a posting with what it did to lots and holds, so that nobody
-- swaps lots unseen. Audit entries are sealed in a chain of their own by the same code.
alter table sealed_block add column format smallint not null default 1 check (format in (1, 2));

-- last_member is the id of the block's last entry; last_asset and last_version are empty.
create table sealed_audit_block (like sealed_block including all);
alter table sealed_audit_block alter column leaves set storage external,
    add foreign key (key_id) references sealing_key;
create trigger audit_block_is_immutable before update or delete or truncate on sealed_audit_block
    for each statement execute function refuse_seal_change();

-- A check goes through stages, each in pages; one that cannot go on ends as FAILED and says why.
alter table verification
    drop constraint verification_status_check,
    add constraint verification_status_known check (status in ('RUNNING', 'INTACT', 'TAMPERED', 'FAILED')),
    add column stage       text    not null default 'KEYS',
    add column position    text    not null default '', -- within the stage: what is done
    add column entries     bigint  not null default 0 check (entries >= 0),
    add column heads       bigint  not null default 0 check (heads >= 0),
    add column attempts    integer not null default 0 check (attempts >= 0), -- failed in a row at this position
    add column failure     text,
    add column lease_until timestamptz, -- the process that works on it says so; another takes over afterwards
    add constraint verification_failure_known check ((status = 'FAILED') = (failure is not null));
-- Marked so that the callback after migrations gives the service no more than select and insert.
comment on table posting is 'append-only: the book';
comment on table sealed_block is 'append-only: seals of postings';
comment on table sealed_audit_block is 'append-only: seals of audit entries';
comment on table sealing_key is 'append-only: keys that sealed';
comment on table audit_entry is 'append-only: who did what';
-- A key may be brought in for audit entries alone, before any posting is sealed with it.
alter table sealing_key drop constraint sealing_key_from_block_key;
