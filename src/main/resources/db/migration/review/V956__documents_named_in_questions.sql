-- Versions of the contract's documents that a question, or its answer, is about.
create table review.question_document (
    question_id uuid not null references review.question (id),
    side        text not null check (side in ('QUESTION', 'ANSWER')),
    version_id  uuid not null,
    primary key (question_id, side, version_id)
);

create trigger never_changes before update or delete on review.question_document
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.question_document
    for each statement execute function review.refuse_change();

-- Named with the question, or with its answer, and never added to either later.
create function review.refuse_document_of_elsewhere() returns trigger language plpgsql as $$
begin
    if not exists (
            select 1 from review.question q
            join review.review r on r.id = q.review_id
            join document.document_version v on v.id = new.version_id and v.contract_id = r.contract_id
            where q.id = new.question_id) then
        raise exception 'a question names documents of its own contract' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.question q where q.id = new.question_id and q.closed_at is not null) then
        raise exception 'a question that is closed names no further document' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_of_the_contract before insert on review.question_document
    for each row execute function review.refuse_document_of_elsewhere();

grant select, insert on review.question_document to ${app_role};
