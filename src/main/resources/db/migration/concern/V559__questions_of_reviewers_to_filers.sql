-- Reviewers of a contract read what the filer of an open concern wrote, and put questions to them. A question goes to those who handle
-- the concern: they pass it on, or say why not. What is asked and answered is sealed for reviewers, handlers and the filer.
create table concern.question (
    concern  uuid  not null references concern.concern (id),
    number   int   not null check (number > 0),
    -- account name of the reviewer; shown to nobody who handles or filed the concern
    asker    text  not null check (length(asker) between 1 and 100),
    asked_on date  not null,
    text     bytea not null check (octet_length(text) % 1024 = 48),
    primary key (concern, number)
);

create table concern.question_ruling (
    concern   uuid    not null,
    number    int     not null,
    officer   text    not null check (length(officer) between 1 and 100),
    ruled_on  date    not null,
    passed_on boolean not null,
    -- why it was not passed on
    reason    bytea check (octet_length(reason) % 1024 = 48),
    primary key (concern, number),
    foreign key (concern, number) references concern.question (concern, number) on delete cascade,
    check (passed_on = (reason is null))
);

create table concern.question_answer (
    concern     uuid  not null,
    number      int   not null,
    answered_on date  not null,
    text        bytea not null check (octet_length(text) % 1024 = 48),
    primary key (concern, number),
    foreign key (concern, number) references concern.question_ruling (concern, number) on delete cascade
);

create function concern.demands_open_for_question(of_concern uuid) returns void language plpgsql as $$
begin
    if not exists (select 1 from concern.concern c where c.id = of_concern and c.mode = 'OPEN' and c.status <> 'ANSWERED')
        or exists (select 1 from concern.withdrawal w where w.concern = of_concern) then
        raise exception 'questions are put about open concerns that wait for their answer' using errcode = 'restrict_violation';
    end if;
end $$;

create function concern.asks_question() returns trigger language plpgsql as $$
begin
    perform concern.demands_open_for_question(new.concern);
    if exists (select 1 from concern.kept_from k where k.concern = new.concern and k.username = new.asker)
        or concern.in_conflict(new.concern, 'REVIEW', new.asker) then
        raise exception 'this concern is kept from that person' using errcode = 'restrict_violation';
    end if;
    if new.number <> (select coalesce(max(q.number), 0) + 1 from concern.question q where q.concern = new.concern) then
        raise exception 'no number of a question is left out' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger question_asked before insert on concern.question
    for each row execute function concern.asks_question();

create function concern.rules_on_question() returns trigger language plpgsql as $$
begin
    perform concern.demands_open_for_question(new.concern);
    perform concern.refuses_person_of_opening(new.concern, new.officer);
    if exists (select 1 from concern.concern c where c.id = new.concern and c.status = 'RECEIVED') then
        raise exception 'a concern is acknowledged before its filer is asked' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.question q where q.concern = new.concern and q.number = new.number and q.asker = new.officer) then
        raise exception 'nobody decides about a question of their own' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger question_ruled before insert on concern.question_ruling
    for each row execute function concern.rules_on_question();

create function concern.answers_question() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.question_ruling r
                   where r.concern = new.concern and r.number = new.number and r.passed_on)
        or exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'only a question that was passed on is answered' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger question_answered before insert on concern.question_answer
    for each row execute function concern.answers_question();

-- below -1 stand answers to questions of reviewers: -1 minus the number of the question
alter table concern.untold drop constraint untold_number_check;

grant select, insert on concern.question, concern.question_ruling, concern.question_answer to ${app_role};
