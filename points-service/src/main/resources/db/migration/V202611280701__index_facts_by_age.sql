-- Recorded events are deleted when nobody may ask about them any more. Rows are only ever appended, so a block range index finds the old ones.
create index fact_by_age on fact using brin (booked_at);

-- Rules no longer see names and addresses, so none is kept for them.
update fact set data = (data::jsonb #- '{profile,email}' #- '{profile,displayName}')::json
where type in ('brand.member.registered.v1', 'brand.member.updated.v1');
