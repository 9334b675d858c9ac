-- A question that whoever works on a stage puts to the account owner. What was asked never changes; it is closed once: answered
-- by the account owner, or withdrawn by whoever holds the stage, or with the stage itself.
create table review.question (
    id        uuid        primary key,
    review_id uuid        not null references review.review (id),
    stage     text        not null check (stage not in ('VOTE', 'CLARIFICATION')),
    pass      integer     not null check (pass >= 1),
    asked_by  text        not null check (length(asked_by) between 1 and 100),
    asked_at  timestamptz not null,
    question  text        not null check (length(question) between 1 and 4000),
    closed_by text,
    closed_at timestamptz check (closed_at >= asked_at),
    closed_as text        check (closed_as in ('ANSWERED', 'WITHDRAWN', 'STAGE_DONE')),
    answer    text        check (length(answer) between 1 and 4000),
    constraint question_is_closed_as_a_whole check (
        (closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_as is null)),
    constraint only_an_answered_question_has_an_answer check ((answer is not null) = (closed_as is not distinct from 'ANSWERED'))
);
create index question_of_review on review.question (review_id, asked_at);
-- the clock is stopped by one question at a time
create unique index question_open_once on review.question (review_id) where closed_at is null;

create function review.refuse_change_of_question() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null or new.closed_at is null
            or (old.id, old.review_id, old.stage, old.pass, old.asked_by, old.asked_at, old.question)
                is distinct from (new.id, new.review_id, new.stage, new.pass, new.asked_by, new.asked_at, new.question) then
        raise exception 'a question is closed once and never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger closed_once before update on review.question
    for each row execute function review.refuse_change_of_question();
create trigger never_deleted before delete on review.question for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.question for each statement execute function review.refuse_change();

-- Separation of duties (H1) and recusal (H2): nobody stops the clock of a review in which they have an interest, and only the
-- account owner answers.
create function review.refuse_question_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.review v join contract.contract c on c.id = v.contract_id
               where v.id = new.review_id
                 and (new.asked_by in (v.submitter, c.submitter) or new.asked_by = any (v.account_team))) then
        raise exception 'who submitted the contract or is paid by it asks no question of the review'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal r where r.review_id = new.review_id and r.person = new.asked_by) then
        raise exception 'who declared a conflict asks no question of the review' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_reviewers before insert on review.question
    for each row execute function review.refuse_question_by_interested();

create function review.refuse_answer_of_another() returns trigger language plpgsql as $$
begin
    if new.closed_as = 'ANSWERED'
            and not exists (select 1 from review.review v where v.id = new.review_id and v.submitter = new.closed_by) then
        raise exception 'only the account owner answers' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_the_account_owner before update on review.question
    for each row execute function review.refuse_answer_of_another();

grant select, insert on review.question to ${app_role};
grant update (closed_by, closed_at, closed_as, answer) on review.question to ${app_role};
