-- Which reader read the text that stands: by its number, which goes up when readers read more or otherwise. Texts read before there were
-- numbers have none. settled_by is the newest reader for which it is settled whether it reads the file anew: it did, it failed, or it must not.
alter table document.document_version
    add column reader     int check (reader > 0),
    add column settled_by int not null default 0 check (settled_by >= 0);
grant update (reader, settled_by) on document.document_version to ${app_role};
create index document_version_unsettled on document.document_version (settled_by, uploaded_at) where status = 'READ';

-- Assessments, findings, votes and concerns name clauses by their places in a text: once there is one, the text stays (H7, H11).
create function document.keep_cited_clauses() returns trigger language plpgsql as $$
begin
    if exists (select from review.review r where r.contract_id = old.contract_id)
       or exists (select from concern.about a where a.contract = old.contract_id) then
        raise exception 'reviews and concerns name clauses of this text by their places' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger cited_clauses_stay before update of reader on document.document_version
    for each row when (old.status = 'READ') execute function document.keep_cited_clauses();
