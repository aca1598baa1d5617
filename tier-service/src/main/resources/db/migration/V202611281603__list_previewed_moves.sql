-- What a preview of a tier set finds, member by member; it goes with its job.
create table preview_move (
    job_id     uuid    not null references job on delete cascade,
    member_id  uuid    not null,
    rises      boolean not null,
    from_level text    not null,
    to_level   text    not null,
    reason     text,
    measures   text    not null check (measures is json),
    primary key (job_id, member_id)
);
