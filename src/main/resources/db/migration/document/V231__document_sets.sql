-- Which versions a hash of a document set stands for, so that "changed since the decision" can be told. A set without
-- documents has no rows.
create table document.document_set (
    contract_id uuid not null,
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),
    version_id  uuid not null references document.document_version (id),
    primary key (contract_id, hash, version_id)
);

create trigger document_sets_are_append_only before update or delete on document.document_set
    for each row execute function document.refuse_change();
create trigger document_sets_are_never_truncated before truncate on document.document_set
    for each statement execute function document.refuse_change();

grant select, insert on document.document_set to ${app_role};

-- Nothing was ever removed, so every set there was can be told from the order of the uploads.
with moment as (
    select distinct contract_id, uploaded_at from document.document_version
), member as (
    select m.contract_id, m.uploaded_at, v.id, v.document_id || ':' || v.sha256 || E'\n' as line
      from moment m
      cross join lateral (
          select distinct on (u.document_id) u.id, u.document_id, u.sha256
            from document.document_version u
           where u.contract_id = m.contract_id and u.uploaded_at <= m.uploaded_at
           order by u.document_id, u.number desc) v
), set_hash as (
    select contract_id, uploaded_at,
           encode(sha256(convert_to(string_agg(line, '' order by line collate "C"), 'UTF8')), 'hex') as hash
      from member
     group by contract_id, uploaded_at
)
insert into document.document_set (contract_id, hash, version_id)
select distinct m.contract_id, h.hash, m.id
  from member m join set_hash h on h.contract_id = m.contract_id and h.uploaded_at = m.uploaded_at
on conflict do nothing;
