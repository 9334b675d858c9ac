-- What the API answered to a write, by person and Idempotency-Key: written in the transaction of the write, kept for a day.
-- Within that transaction the row is there without an answer yet; nobody else sees it before the commit.
create table access.kept_answer (
    username        text        not null check (length(username) between 1 and 100),
    idempotency_key text        not null check (length(idempotency_key) between 1 and 255),
    fingerprint     char(64)    not null,
    kept_until      timestamptz not null,
    status          int check (status between 200 and 299),
    content_type    text,
    location        text,
    entity_tag      text,
    body            bytea,
    primary key (username, idempotency_key)
);
create index kept_answer_by_end on access.kept_answer (kept_until);
grant select, insert, update, delete on access.kept_answer to ${app_role};
