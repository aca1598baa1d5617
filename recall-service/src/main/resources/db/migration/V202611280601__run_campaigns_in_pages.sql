-- A run of a campaign is worked on in the background, page by page: each page is committed together with how far the run is. So a run holds
-- no long transaction, goes on where it was after a crash, can be cancelled, and ends as FAILED instead of being tried for ever.

alter table campaign_run
    -- The default is for the version before this one, which writes runs that are done.
    add column state        text    not null default 'DONE' check (state in ('PENDING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    add column last_member  uuid,               -- the profiles up to here have been looked at
    add column attempts     integer not null default 0, -- of the next page
    add column claim_id     uuid,               -- of the process that works on the next page
    add column lease_until  timestamptz,        -- nobody else works on it before
    add column reason       text,               -- why the last attempt failed
    add column cancelled_by text,
    add column finished_at  timestamptz;

update campaign_run set finished_at = started_at;

alter table campaign_run
    add constraint campaign_run_failed_with_reason check (state <> 'FAILED' or reason is not null),
    add constraint campaign_run_claimed_while_running check (claim_id is null or state = 'RUNNING'),
    add constraint campaign_run_cancelled_by_name check ((state = 'CANCELLED') = (cancelled_by is not null));
create unique index campaign_run_one_at_a_time on campaign_run (campaign_id) where state = 'RUNNING';
create index campaign_run_waiting on campaign_run (lease_until, id) where state in ('PENDING', 'RUNNING');
