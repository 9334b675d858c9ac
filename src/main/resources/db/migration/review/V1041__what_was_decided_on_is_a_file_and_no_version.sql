-- H7: a decision holds for files. A document that was put back to an earlier file has two versions with the same bytes, and the hash of the
-- documents stands for both of them: what is uploaded now is held against it by document and content.
create or replace function review.refuse_later_documents() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('documents of ' || new.contract_id, 0));
    if exists (with uploaded as (
                   select v.document_id, v.sha256
                     from document.uploaded_now u join document.document_version v on v.id = u.version_id
                    where u.contract_id = new.contract_id),
               decided as (
                   select v.document_id, v.sha256
                     from document.document_set s join document.document_version v on v.id = s.version_id
                    where s.contract_id = new.contract_id and s.hash = new.document_set_hash)
               (select * from uploaded except select * from decided)
               union all
               (select * from decided except select * from uploaded)) then
        raise exception 'the documents of contract % are not the ones that were decided on (H7)', new.contract_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
