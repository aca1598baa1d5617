-- A version of a rule tried on the facts of the past, in the background: how far it is, and what came of it.

create table backtest (
    id           uuid        not null primary key,
    rule_code    text        not null,
    rule_version integer     not null,
    days         integer     not null check (days between 1 and 3650),
    status       text        not null check (status in ('RUNNING', 'DONE', 'FAILED')),
    requested_by text        not null,
    requested_at timestamptz not null,
    since        timestamptz not null, -- facts that happened then or later
    facts_last   bigint      not null, -- number of the last fact that is looked at
    progress     bigint      not null default 0, -- number of the fact that was looked at last
    lease_until  timestamptz, -- whoever works on it says so again in time; otherwise another begins anew
    report       text        check (report is json),
    failure      text,
    finished_at  timestamptz,
    check ((status = 'DONE') = (report is not null)),
    check ((status = 'FAILED') = (failure is not null))
);
create index backtest_running on backtest (requested_at) where status = 'RUNNING';
