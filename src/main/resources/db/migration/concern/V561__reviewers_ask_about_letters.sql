-- Reviewers ask whoever opened a letter, too, by way of those who handle it. What these release of an answer is shown with the letter, to
-- every employee, and is therefore not sealed: the question as it was passed on, and what may be known of the answer.
create or replace function concern.is_for_handlers_only(of_concern uuid) returns boolean language sql stable as $$
    select exists (select 1 from concern.concern c where c.id = of_concern and c.mode in ('CONFIDENTIAL', 'ANONYMOUS', 'COLLECTIVE'))
$$;

create or replace function concern.demands_open_for_question(of_concern uuid) returns void language plpgsql as $$
begin
    if not exists (select 1 from concern.concern c where c.id = of_concern and c.status <> 'ANSWERED')
        or exists (select 1 from concern.withdrawal w where w.concern = of_concern) then
        raise exception 'questions are put about concerns that wait for their answer' using errcode = 'restrict_violation';
    end if;
end $$;

create table concern.letter_shown_answer (
    letter      uuid not null references concern.letter (id),
    number      int  not null,
    question    text not null check (length(trim(question)) > 0 and length(question) <= 4000),
    answer      text not null check (length(trim(answer)) > 0 and length(answer) <= 100000),
    released_on date not null,
    primary key (letter, number),
    -- nothing is shown with a letter that was not released: its author agreed, and nobody kept from it did
    foreign key (letter, number) references concern.question_release (concern, number) on delete cascade
);
create trigger never_changes before update or delete on concern.letter_shown_answer
    for each row execute function concern.refuse_change();
grant select, insert on concern.letter_shown_answer to ${app_role};
