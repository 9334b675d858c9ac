-- The record tells which migrations were applied, and the verification holds the two together. Only reading: what Flyway notes is
-- written by the owner.
grant usage on schema public to ${app_role};
grant select on public.flyway_schema_history to ${app_role};
