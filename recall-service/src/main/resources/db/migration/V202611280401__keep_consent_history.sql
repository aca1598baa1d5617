-- Evidence for every consent, and a withdrawal that wins whatever the clocks say. Until now one row was overwritten by the latest business
-- time, so one event with a fast clock hid all that came after it.

-- Each change of contact data as it arrived. Rows are only added; what no longer decides anything is deleted after its retention.
create table contact_history (
    member_id     uuid        not null,
    seq           bigint      generated always as identity, -- order of arrival
    event_key     uuid        not null,
    source        text        not null,
    occurred_at   timestamptz not null, -- business time, by the source's clock
    received_at   timestamptz not null, -- by ours
    email         text,
    email_agreed  boolean     not null, -- what the event said
    email_consent boolean     not null, -- what stood once it had arrived
    primary key (member_id, seq)
);
create index contact_history_by_age on contact_history (received_at);

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception 'contact_history is append-only';
end $$;
create trigger contact_history_append_only
    before update on contact_history for each row execute function refuse_change_of_history();

-- The later of arrival and business time of the last withdrawal: only an agreement given after it counts.
alter table contact add column withdrawn_at timestamptz;

-- What is known today becomes the first row of each history. Its source and arrival were not kept.
insert into contact_history (member_id, event_key, source, occurred_at, received_at, email, email_agreed, email_consent)
select member_id, event_key, '/recall-service', known_at, now(), email, email_consent, email_consent from contact;

-- Nobody can tell any more which refusals were withdrawals: each stands until its member agrees anew.
update contact set withdrawn_at = least(known_at, now()) where not email_consent;
-- No change has happened after it was reported.
update contact set known_at = least(known_at, now());
