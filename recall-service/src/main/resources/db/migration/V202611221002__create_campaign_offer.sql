-- Recall campaigns: who takes part in which arm, what was offered, who came back.

create table campaign (
    id               uuid        not null primary key, -- also the salt of the split
    name             text        not null,
    subject          text        not null,
    body             text        not null,
    bonus_points     bigint      not null check (bonus_points between 1 and 1000000000),
    valid_days       integer     not null check (valid_days between 1 and 365),
    hold_out_percent integer     not null check (hold_out_percent between 0 and 90),
    audience         text        not null check (audience in ('DORMANT')),
    created_by       text        not null,
    created_at       timestamptz not null
);

create table campaign_run (
    id           uuid        not null primary key,
    campaign_id  uuid        not null references campaign (id),
    as_of        date        not null,
    requested_by text        not null,
    started_at   timestamptz not null,
    eligible     bigint      not null,
    already_in   bigint      not null,
    held_out     bigint      not null,
    treated      bigint      not null,
    check (eligible = already_in + held_out + treated)
);
create index campaign_run_by_campaign on campaign_run (campaign_id, started_at);

-- A member takes part in a campaign once and for ever, in one arm. Both arms have the same time to come back, so they can be compared.
create table participant (
    member_id       uuid        not null,
    campaign_id     uuid        not null,
    run_id          uuid        not null,
    arm             text        not null check (arm in ('TREATMENT', 'HOLD_OUT')),
    offered_at      timestamptz not null, -- business time
    valid_until     timestamptz not null,
    assigned_at     timestamptz not null,
    returned_at     timestamptz,          -- business time of the order
    return_order_id text,
    primary key (member_id, campaign_id),
    check (offered_at < valid_until),
    check ((returned_at is null) = (return_order_id is null)),
    check (returned_at is null or (returned_at >= offered_at and returned_at < valid_until))
) with (fillfactor = 80);
create index participant_by_campaign on participant (campaign_id, arm);
create index participant_away on participant (member_id) where returned_at is null;

-- What a treated member gets for coming back. The foreign key refuses an offer to somebody held out.
create table offer (
    member_id    uuid        not null,
    campaign_id  uuid        not null,
    id           uuid        not null unique,
    arm          text        not null default 'TREATMENT' check (arm = 'TREATMENT'),
    bonus_points bigint      not null check (bonus_points > 0),
    offered_at   timestamptz not null,
    valid_until  timestamptz not null,
    state        text        not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED')),
    accepted_at  timestamptz,
    order_id     text,
    primary key (member_id, campaign_id),
    check ((state = 'ACCEPTED') = (accepted_at is not null and order_id is not null))
) with (fillfactor = 80);

create unique index participant_arm on participant (member_id, campaign_id, arm);
alter table offer
    add constraint offer_only_to_treated foreign key (member_id, campaign_id, arm)
        references participant (member_id, campaign_id, arm);
