-- What reviews and concerns name by its place stays (H7, H11): its rows are not deleted, nor is the version said to be unread so that they
-- could be. Texts that nobody cites are replaced, and texts that are being read for the first time too.
create function document.keep_cited_text() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct g.version_id from gone g) t
                 join document.document_version v on v.id = t.version_id
                where v.status = 'READ'
                  and (exists (select from review.review r where r.contract_id = v.contract_id)
                       or exists (select from concern.about a where a.contract = v.contract_id))) then
        raise exception 'reviews and concerns name clauses of this text by their places' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['part', 'clause', 'tracked_change'] loop
        execute format('create trigger cited_text_stays after delete on document.%I
            referencing old table as gone for each statement execute function document.keep_cited_text()', kept);
    end loop;
end $$;

create trigger cited_text_stays_read before update of status on document.document_version
    for each row when (old.status = 'READ' and new.status <> 'READ') execute function document.keep_cited_clauses();
