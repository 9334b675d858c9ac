-- Reviewers ask the filers of confidential and anonymous concerns, too. What these write is for their handlers: a handler passes the
-- question on in a wording that reviewers do not read, and writes down what reviewers may know of the answer, if the filer agrees.
alter table concern.question_ruling
    -- the wording that the filer reads, where reviewers do not read what they write
    add column asked bytea check (octet_length(asked) % 1024 = 48),
    add check (asked is null or passed_on);
alter table concern.question_answer
    -- whether reviewers may know anything of the answer; null where they read it as it is
    add column may_show boolean;

-- What reviewers may know of an answer, sealed for them and for those who handle the concern.
create table concern.question_release (
    concern     uuid  not null,
    number      int   not null,
    officer     text  not null check (length(officer) between 1 and 100),
    released_on date  not null,
    text        bytea not null check (octet_length(text) % 1024 = 48),
    primary key (concern, number),
    foreign key (concern, number) references concern.question_answer (concern, number) on delete cascade
);

-- Whether what the filer writes is read by nobody but those who handle the concern.
create function concern.is_for_handlers_only(of_concern uuid) returns boolean language sql stable as $$
    select exists (select 1 from concern.concern c where c.id = of_concern and c.mode in ('CONFIDENTIAL', 'ANONYMOUS'))
$$;

create or replace function concern.demands_open_for_question(of_concern uuid) returns void language plpgsql as $$
begin
    if not exists (select 1 from concern.concern c where c.id = of_concern and c.mode <> 'COLLECTIVE' and c.status <> 'ANSWERED')
        or exists (select 1 from concern.withdrawal w where w.concern = of_concern) then
        raise exception 'questions are put about concerns of one filer that wait for their answer' using errcode = 'restrict_violation';
    end if;
end $$;

create function concern.words_question() returns trigger language plpgsql as $$
begin
    if new.passed_on and (new.asked is not null) <> concern.is_for_handlers_only(new.concern) then
        raise exception 'a question is worded for a filer whose words reviewers do not read, and for nobody else'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger question_worded before insert on concern.question_ruling
    for each row execute function concern.words_question();

create function concern.agrees_to_show() returns trigger language plpgsql as $$
begin
    if (new.may_show is not null) <> concern.is_for_handlers_only(new.concern) then
        raise exception 'a filer whose words reviewers do not read says of each answer whether they may know of it, and nobody else'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger question_answer_agreed before insert on concern.question_answer
    for each row execute function concern.agrees_to_show();

create function concern.releases_answer() returns trigger language plpgsql as $$
begin
    perform concern.refuses_person_of_opening(new.concern, new.officer);
    if not exists (select 1 from concern.question_answer a
                   where a.concern = new.concern and a.number = new.number and a.may_show) then
        raise exception 'nothing of an answer is released unless its filer agrees' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'nothing of a withdrawn concern is released' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.question q where q.concern = new.concern and q.number = new.number and q.asker = new.officer) then
        raise exception 'nobody decides about a question of their own' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger question_released before insert on concern.question_release
    for each row execute function concern.releases_answer();

grant select, insert on concern.question_release to ${app_role};
