-- A system is told what happened to one contract in the order in which it happened: a message waits while an older one of the same
-- contract does. What was given up or withdrawn holds nothing up.
alter table webhook.delivery
    add column number      bigint generated always as identity,
    add column contract_id uuid;
update webhook.delivery set contract_id = (body::jsonb #>> '{data,contractId}')::uuid where state = 'WAITING';
create index delivery_before on webhook.delivery (subscription_id, contract_id, number) where state = 'WAITING';
