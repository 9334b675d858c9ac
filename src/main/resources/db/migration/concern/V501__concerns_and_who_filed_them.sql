create schema concern;
grant usage on schema concern to ${app_role};

-- No column of this schema holds a time finer than a day: it would single out a filer.
create table concern.concern (
    id              uuid not null primary key,
    contract        uuid,
    mode            text not null check (mode in ('OPEN', 'CONFIDENTIAL')),
    topic           text not null check (length(topic) between 1 and 60),
    text            text not null check (length(trim(text)) > 0 and length(text) <= 10000),
    rights          text[] not null default '{}',
    desired_outcome text not null default '' check (length(desired_outcome) <= 4000),
    status          text not null check (status in ('RECEIVED', 'ACKNOWLEDGED', 'IN_FOLLOW_UP', 'ANSWERED')),
    filed_on        date not null,
    acknowledge_by  date not null check (acknowledge_by >= filed_on),
    answer_by       date not null check (answer_by >= acknowledge_by),
    acknowledged_on date,
    follow_up_on    date,
    answered_on     date,
    escalated_on    date,
    check (status = 'RECEIVED' or acknowledged_on is not null),
    check ((status = 'ANSWERED') = (answered_on is not null))
);
create index concern_by_contract on concern.concern (contract, status);
create index concern_by_status on concern.concern (status, answer_by);

-- Who filed it: in a table of its own, so that nothing else needs to touch it.
create table concern.reporter (
    concern  uuid not null primary key references concern.concern (id),
    username text not null check (length(username) between 1 and 100)
);
create index reporter_by_username on concern.reporter (username);

-- Concern officers the filer does not want to handle it: they never see it (H13).
create table concern.exclusion (
    concern  uuid not null references concern.concern (id),
    username text not null check (length(username) between 1 and 100),
    primary key (concern, username)
);

create table concern.message (
    concern uuid not null references concern.concern (id),
    number  int  not null check (number > 0),
    by      text not null check (by in ('FILER', 'OFFICER')),
    -- never the filer's account name
    officer text,
    text    text not null check (length(trim(text)) > 0 and length(text) <= 10000),
    sent_on date not null,
    primary key (concern, number),
    check ((by = 'OFFICER') = (officer is not null))
);

-- The reasoned answer: each part is needed.
create table concern.answer (
    concern     uuid not null primary key references concern.concern (id),
    officer     text not null,
    answered_on date not null,
    considered  text not null check (length(trim(considered)) > 0),
    decision    text not null check (length(trim(decision)) > 0),
    article     text not null check (length(trim(article)) > 0),
    effect      text not null check (length(trim(effect)) > 0),
    appeal      text not null check (length(trim(appeal)) > 0)
);

create function concern.moves_only_forward() returns trigger language plpgsql as $$
declare
    stages constant text[] := array ['RECEIVED', 'ACKNOWLEDGED', 'IN_FOLLOW_UP', 'ANSWERED'];
begin
    if array_position(stages, new.status) < array_position(stages, old.status) then
        raise exception 'a concern does not go back from % to %', old.status, new.status;
    end if;
    if new.status = 'ANSWERED' and not exists (select 1 from concern.answer where concern = new.id) then
        raise exception 'a concern is answered by a reasoned answer only';
    end if;
    return new;
end $$;

create trigger concern_moves_only_forward before update of status on concern.concern
    for each row execute function concern.moves_only_forward();

grant select, insert on concern.concern, concern.reporter, concern.exclusion, concern.message, concern.answer to ${app_role};
-- what was filed is never rewritten; only where it stands moves on
grant update (status, acknowledged_on, follow_up_on, answered_on, escalated_on) on concern.concern to ${app_role};
