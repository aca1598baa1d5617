-- What every service needs so that no effect happens twice and no event is lost.

-- Events that had their effect, by their key. The row is written in the effect's transaction.
create table inbox (
    event_id    uuid        not null primary key,
    received_at timestamptz not null default now()
);

-- Events to be told, written in the effect's transaction. The columns are named as Debezium's outbox event router expects, so that it
-- can take the relay's place. Rows of one member are inserted while the member's rows are locked, so seq orders them as they happened.
create table outbox (
    seq           bigint generated always as identity primary key,
    id            uuid        not null,
    aggregatetype text        not null, -- the topic
    aggregateid   text        not null, -- the key: the member id
    type          text        not null,
    payload       bytea       not null,
    traceparent   text,
    reason        text,                 -- dead letters only: why the event can never be handled
    origin        text,                 -- dead letters only: topic/partition/offset it came from
    created_at    timestamptz not null default now()
) with (
    -- Rows live for milliseconds: collect the dead ones by number, not by share, or the relay would wade through them.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 20000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 100000
);

-- Answers to unsafe requests, written in the effect's transaction.
create table idempotency_key (
    caller       text        not null,
    key          text        not null,
    request_hash bytea       not null, -- SHA-256 of operation and body
    status       integer,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (caller, key)
);
