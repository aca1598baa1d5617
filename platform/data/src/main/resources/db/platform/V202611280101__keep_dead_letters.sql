-- What could not be handled is kept whole, so that it can be looked at by reason and handled again once its cause is mended. A copy of each,
-- cut to what the broker takes, goes to <topic>.dlq by the outbox.
create table dead_letter (
    id            uuid        not null primary key,
    fingerprint   bytea       not null unique, -- SHA-256 of topic, key and value: the same record again is the same dead letter
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    key           bytea,
    value         bytea,
    headers       bytea       not null,
    event_type    text,                        -- if it could be read
    reason        text        not null,        -- a stable code to list by
    detail        text        not null,
    owner         text        not null check (owner in ('SENDER', 'US')),
    state         text        not null check (state in ('OPEN', 'REQUESTED', 'REDRIVING', 'RESOLVED')),
    occurrences   bigint      not null check (occurrences > 0),
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    state_at      timestamptz not null,
    state_by      text                         -- who asked for it to be handled again
);
create index dead_letter_by_reason on dead_letter (topic, reason, id);
create index dead_letter_to_redrive on dead_letter (id) where state in ('REQUESTED', 'REDRIVING');

-- Channels that stopped because too much of what came in was set aside; an operator lets each go on.
create table paused_channel (
    topic     text        not null primary key,
    reason    text        not null,
    paused_at timestamptz not null
);

-- Rows that the broker refuses for good. They would hold up everything behind them for ever.
create table outbox_quarantine (
    id            uuid        not null primary key,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       bytea       not null,
    traceparent   text,
    reason        text,
    origin        text,
    refusal       text        not null, -- what the broker said
    quarantined_at timestamptz not null default now()
);

-- What is old is found by where it stands in the table, at next to no cost for those who write.
create index inbox_by_age on inbox using brin (received_at);
create index idempotency_key_by_age on idempotency_key using brin (created_at);
