-- The current documents of a contract: what was uploaded last, neither lying inside another file nor brought as what was signed.
create view document.uploaded_now as
select v.id as version_id, v.contract_id
  from document.document_version v
 where v.number = (select max(n.number) from document.document_version n where n.document_id = v.document_id)
   and not exists (select from document.embedded_file e where e.version_id = v.id)
   and not exists (select from document.executed_copy x where x.version_id = v.id);
grant select on document.uploaded_now to ${app_role};
