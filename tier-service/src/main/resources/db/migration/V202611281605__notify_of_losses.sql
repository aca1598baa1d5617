-- What a member was notified of, so that each loss is announced once, renewed when it moves and withdrawn when it is no longer foreseen.
alter table member_tier
    add column notice  text   check (notice is json),
    add column notices bigint not null default 0 check (notices >= 0);

-- Members who are about to lose a level already are looked at once, in pages.
insert into job (id, kind, request, state, total, requested_by, requested_at)
select gen_random_uuid(), 'TIER_SET_ROLLOUT', json_build_object('code', 'main', 'version', 1, 'effectiveFrom', now())::text, 'RUNNING', 0,
       'migration', now()
where exists (select from member_tier);
