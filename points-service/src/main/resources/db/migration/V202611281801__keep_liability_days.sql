-- What the whole ledger came to at the end of each day, as it was booked then, so that operators see a course without a scan of the book. The
-- row of a day is written again and again while the day lasts. It is a report: the book itself answers for any date by GET /liability?at=.
create table liability_day (
    asset               text        not null,
    day                 date        not null, -- in UTC, of the time of booking
    taken_at            timestamptz not null,
    issued              bigint      not null,
    clawed_back         bigint      not null,
    redeemed            bigint      not null,
    returned            bigint      not null,
    expired             bigint      not null,
    currency            text        not null,
    cost_per_1000_minor bigint      not null,
    breakage_ppm        integer     not null,
    primary key (asset, day)
);
