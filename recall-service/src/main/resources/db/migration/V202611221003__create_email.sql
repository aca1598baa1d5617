-- What is written to members by email: one row for each member and message, from the wish to its outcome.

create table email_message (
    id      uuid not null primary key,
    subject text not null,
    body    text not null -- {name} is still to be filled
);

-- QUEUED → SENDING → SENT | FAILED | UNKNOWN, back to QUEUED when the mail server certainly took nothing, or CANCELLED before it was sent.
-- UNKNOWN: it cannot be told whether the mail server took it; never sent again by itself.
create table email_intent (
    member_id     uuid        not null,
    message_id    uuid        not null references email_message (id),
    state         text        not null default 'QUEUED'
        check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'CANCELLED')),
    attempts      integer     not null default 0,
    due_at        timestamptz not null,
    claimed_at    timestamptz,
    finished_at   timestamptz,
    reason        text,
    withdrawn     text, -- why it must not be tried again, if that turned out while it was being sent
    -- The event that is told once the email is sent, as it will stand in the outbox.
    event_id      uuid        not null,
    event_topic   text        not null,
    event_type    text        not null,
    event_payload bytea       not null,
    primary key (member_id, message_id)
) with (fillfactor = 80);
create index email_intent_due on email_intent (due_at) where state = 'QUEUED';
create index email_intent_sending on email_intent (claimed_at) where state = 'SENDING';
create index email_intent_by_message on email_intent (message_id, state);
