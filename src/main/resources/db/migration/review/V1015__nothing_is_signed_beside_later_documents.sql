-- H7: a signature holds for exactly the documents decided on. Whoever adds a document holds the documents of its contract until their
-- commit, and so does the signature: a document is either seen here, or comes after the signature and is refused.
create function review.refuse_later_documents() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('documents of ' || new.contract_id, 0));
    if exists (select version_id from document.uploaded_now where contract_id = new.contract_id
               except
               select version_id from document.document_set
               where contract_id = new.contract_id and hash = new.document_set_hash)
       or exists (select version_id from document.document_set
                  where contract_id = new.contract_id and hash = new.document_set_hash
                  except
                  select version_id from document.uploaded_now where contract_id = new.contract_id) then
        raise exception 'the documents of contract % are not the ones that were decided on (H7)', new.contract_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger without_later_documents before insert on review.gate_confirmation
    for each row execute function review.refuse_later_documents();
