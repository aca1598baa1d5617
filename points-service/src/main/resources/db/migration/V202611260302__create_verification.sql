-- Checks of the whole book against its seals: how far each one is, so that it survives a restart, and what it found.

create table verification (
    id            uuid        not null primary key,
    status        text        not null check (status in ('RUNNING', 'INTACT', 'TAMPERED')),
    requested_by  text        not null,
    requested_at  timestamptz not null,
    finished_at   timestamptz,
    blocks        bigint      not null check (blocks >= 0), -- sealed when it was asked for
    blocks_done   bigint      not null default 0 check (blocks_done between 0 and blocks),
    postings      bigint      not null default 0 check (postings >= 0),
    accounts      bigint      not null default 0 check (accounts >= 0),
    after_member  uuid        not null default '00000000-0000-0000-0000-000000000000', -- accounts up to this one are done
    after_asset   text        not null default '',
    findings      bigint      not null default 0 check (findings >= 0),
    check ((status = 'RUNNING') = (finished_at is null)),
    check (status <> 'INTACT' or findings = 0)
);
create unique index verification_running on verification (status) where status = 'RUNNING';

create table verification_finding (
    verification_id uuid   not null,
    number          bigint not null,
    kind            text   not null,
    block           bigint,
    member_id       uuid,
    asset           text,
    account_version bigint,
    posting_id      uuid,
    detail          text   not null,
    primary key (verification_id, number)
);
