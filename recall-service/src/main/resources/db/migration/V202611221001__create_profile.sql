-- What the brand's events say about a person, kept so that neither their order nor their repetition matters.

-- Every order that was ever named, also one whose refund or cancellation was told before it. It decides what the sums below take in.
create table customer_order (
    member_id      uuid    not null,
    order_id       text    not null,
    completed_at   timestamptz,                        -- null: its completion was not told yet
    currency       text check (currency ~ '^[A-Z]{3}$'),
    total_minor    bigint  not null default 0 check (total_minor >= 0),
    refunded_minor bigint  not null default 0 check (refunded_minor >= 0),
    cancelled      boolean not null default false,
    primary key (member_id, order_id),
    check (completed_at is null or currency is not null)
);

-- One row for each member that an order named. It is locked first by whoever changes anything about the member's orders or offers.
create table profile (
    member_id      uuid   not null primary key,
    orders         bigint not null default 0 check (orders >= 0), -- completed and not cancelled
    first_order_at timestamptz,
    last_order_at  timestamptz,
    check (orders = 0 or first_order_at <= last_order_at)
) with (fillfactor = 75);

-- Orders by the brand's day, so that a question about any day in the past needs no event again.
create table order_day (
    member_id    uuid   not null,
    day          date   not null,
    currency     text   not null,
    orders       bigint not null check (orders >= 0),
    amount_minor bigint not null check (amount_minor >= 0), -- net of refunds
    primary key (member_id, day, currency)
) with (fillfactor = 75);

-- How to address a person: what the latest event by business time said.
create table contact (
    member_id     uuid        not null primary key,
    display_name  text,
    email         text,
    email_consent boolean     not null,
    zone          text        not null,
    known_at      timestamptz not null, -- business time of the event
    event_key     uuid        not null  -- decides between two events of one instant
) with (fillfactor = 75);

-- That a person was seen at all, from behaviours.
create table sighting (
    member_id    uuid        not null primary key,
    last_seen_at timestamptz not null,
    behaviours   bigint      not null check (behaviours > 0)
) with (fillfactor = 75);
