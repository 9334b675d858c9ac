-- Surveys of employees: who knows how to raise a concern, and who trusts what follows. To the day only, like everything here.
create table concern.survey (
    number       int  not null primary key check (number > 0),
    opened_on    date not null,
    opened_by    text not null check (length(opened_by) between 1 and 100),
    closes_on    date not null check (closes_on between opened_on + 5 and opened_on + 60),
    closed_on    date check (closed_on > closes_on),
    -- how many took part, once it is closed; of fewer than ten people nothing is told
    participants int  check (participants >= 10),
    check (participants is null or closed_on is not null)
);
create unique index one_open_survey on concern.survey ((true)) where closed_on is null;

-- Who has taken part in the open survey: no answer, no day. Gone when it closes.
create table concern.survey_participant (
    survey   int  not null references concern.survey,
    username text not null check (length(username) between 1 and 100),
    primary key (survey, username)
);

-- How often each answer was given to the open survey. All rows of a question are written with each answer, so that none of them tells
-- by its transaction who gave which. Gone when it closes.
create table concern.survey_count (
    survey   int  not null references concern.survey,
    question text not null check (question in ('KNOWS_HOW', 'KNOWS_REGISTER', 'TRUSTS_PROTECTION', 'TRUSTS_ANSWER', 'TRUSTS_REVIEW')),
    answer   text not null check (answer in ('YES', 'PARTLY', 'NO', 'UNSAID')),
    number   int  not null check (number >= 0),
    primary key (survey, question, answer)
);

-- What is told of a closed survey: no number from 1 to 4.
create table concern.survey_result (
    survey   int  not null references concern.survey,
    question text not null check (question in ('KNOWS_HOW', 'KNOWS_REGISTER', 'TRUSTS_PROTECTION', 'TRUSTS_ANSWER', 'TRUSTS_REVIEW')),
    answer   text not null check (answer in ('YES', 'PARTLY', 'NO', 'UNSAID', 'OTHER')),
    number   int  not null check (number = 0 or number >= 5),
    primary key (survey, question, answer)
);

create function concern.check_survey() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.closed_on is not null then
            raise exception 'a survey opens before it closes' using errcode = 'restrict_violation';
        end if;
        if exists (select from concern.survey where number >= new.number or opened_on > new.opened_on - 90) then
            raise exception 'a survey is opened 90 days after the last one at the earliest' using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' or old.closed_on is not null or new.closed_on is null
            or (new.number, new.opened_on, new.opened_by, new.closes_on) is distinct from (old.number, old.opened_on, old.opened_by, old.closes_on) then
        raise exception 'a survey only closes, once' using errcode = 'restrict_violation';
    end if;
    -- the day of the application begins with UTC, that of a session perhaps elsewhere
    if new.closed_on > current_date + 1 then
        raise exception 'a survey closes when its last day is over' using errcode = 'restrict_violation';
    end if;
    if new.participants is distinct from (select case when count(*) >= 10 then count(*) end
                                          from concern.survey_participant where survey = new.number) then
        raise exception 'told is how many took part, and nothing of fewer than ten' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_closes before insert or update or delete on concern.survey
    for each row execute function concern.check_survey();

create function concern.check_survey_part() returns trigger language plpgsql as $$
declare
    is_open boolean := (select closed_on is null from concern.survey where number = coalesce(new.survey, old.survey));
begin
    if tg_op = 'DELETE' then
        if is_open then
            raise exception 'what is counted stays until the survey closes' using errcode = 'restrict_violation';
        end if;
        return old;
    end if;
    if not is_open then
        raise exception 'the survey is closed' using errcode = 'restrict_violation';
    end if;
    if tg_table_name = 'survey_participant' and tg_op = 'UPDATE' then
        raise exception 'nobody takes part for somebody else' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger while_open before insert or update or delete on concern.survey_participant
    for each row execute function concern.check_survey_part();
create trigger while_open before insert or update or delete on concern.survey_count
    for each row execute function concern.check_survey_part();

create function concern.check_survey_count() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.number <> 0 then
            raise exception 'counting begins at 0' using errcode = 'restrict_violation';
        end if;
    elsif (new.survey, new.question, new.answer) is distinct from (old.survey, old.question, old.answer)
            or new.number not in (old.number, old.number + 1) then
        raise exception 'an answer counts one' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger one_by_one before insert or update on concern.survey_count
    for each row execute function concern.check_survey_count();

-- At the end of each transaction as many have answered every question as have taken part.
create function concern.check_survey_adds_up() returns trigger language plpgsql as $$
begin
    if exists (select from concern.survey_count where survey = new.survey group by question
               having sum(number) <> (select count(*) from concern.survey_participant where survey = new.survey)) then
        raise exception 'answers and people who took part do not add up' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger adds_up after insert on concern.survey_participant deferrable initially deferred
    for each row execute function concern.check_survey_adds_up();
create constraint trigger adds_up after update on concern.survey_count deferrable initially deferred
    for each row execute function concern.check_survey_adds_up();

create function concern.check_survey_result() returns trigger language plpgsql as $$
begin
    if not exists (select from concern.survey where number = new.survey and participants is not null) then
        raise exception 'nothing is told of an open survey, nor of a few people' using errcode = 'restrict_violation';
    end if;
    if new.number is distinct from (
            select sum(number) from concern.survey_count
            where survey = new.survey and question = new.question
              and case new.answer when 'OTHER' then answer <> 'YES' else answer = new.answer end) then
        raise exception 'what is told is what was counted' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_of_closed before insert on concern.survey_result
    for each row execute function concern.check_survey_result();
create trigger never_changes before update or delete on concern.survey_result
    for each row execute function concern.refuse_change();

-- With the closing go who took part and all numbers.
create function concern.check_survey_destroyed() returns trigger language plpgsql as $$
begin
    if exists (select from concern.survey_participant where survey = new.number)
            or exists (select from concern.survey_count where survey = new.number) then
        raise exception 'names and numbers are destroyed when the survey closes' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger destroyed_with_closing after update on concern.survey deferrable initially deferred
    for each row execute function concern.check_survey_destroyed();

grant select, insert, update (closed_on, participants) on concern.survey to ${app_role};
grant select, insert, delete on concern.survey_participant to ${app_role};
grant select, insert, update (number), delete on concern.survey_count to ${app_role};
grant select, insert on concern.survey_result to ${app_role};
