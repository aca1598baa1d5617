-- A backtest whose worker died began anew for ever, also one that kills each worker. Attempts are counted, and the last one ends it.

alter table backtest add column attempts integer not null default 0;
