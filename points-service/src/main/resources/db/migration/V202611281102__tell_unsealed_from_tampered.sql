-- A verification tells three results apart: rows that were changed, rows that have waited too long for their seal, so that a change of them
-- would leave no trace, and lines on a topic of heads that no trusted key signed. Such a line is noise: any writer to the topic can add
-- one, and it contradicts nothing.
alter table verification
    drop constraint verification_status_known,
    add constraint verification_status_known check (status in ('RUNNING', 'INTACT', 'UNSEALED', 'TAMPERED', 'FAILED')),
    add column unsealed      bigint not null default 0 check (unsealed >= 0),
    add column heads_ignored bigint not null default 0 check (heads_ignored >= 0);
