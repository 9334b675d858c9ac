-- What those who take part in a review say to each other. The record holds only the hash of each text; the text stays here.
create table review.comment (
    id        uuid        primary key,
    review_id uuid        not null references review.review (id),
    author    text        not null check (length(author) between 1 and 100),
    said_at   timestamptz not null,
    text      text        not null check (length(text) between 1 and 4000),
    sha256    text        not null,
    mentions  text[]      not null check (cardinality(mentions) <= 20),
    constraint comment_hash_is_of_its_text check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
create index comment_of_review on review.comment (review_id, said_at);

create trigger never_changes before update or delete on review.comment
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.comment
    for each statement execute function review.refuse_change();

-- Separation of duties (H1) and recusal (H2) hold for every path to this table.
create function review.refuse_comment_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.review v join contract.contract c on c.id = v.contract_id
               where v.id = new.review_id
                 and (new.author in (v.submitter, c.submitter) or new.author = any (v.account_team))) then
        raise exception 'who submitted the contract or is paid by it takes no part in the discussion'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal r where r.review_id = new.review_id and r.person = new.author) then
        raise exception 'who declared a conflict takes no part in the discussion' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_participants before insert on review.comment
    for each row execute function review.refuse_comment_by_interested();

grant select, insert on review.comment to ${app_role};
