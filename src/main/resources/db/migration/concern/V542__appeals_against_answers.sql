-- The filer's appeal against the answer: once, in time, with new facts where there are any. Decided by somebody who did not answer.
create table concern.appeal (
    concern   uuid  not null primary key references concern.concern (id),
    reasons   bytea not null check (octet_length(reasons) % 1024 = 48),
    filed_on  date  not null,
    decide_by date  not null check (decide_by > filed_on and decide_by <= filed_on + interval '3 months')
);

create table concern.appeal_ruling (
    concern  uuid  not null primary key references concern.appeal (concern),
    result   text  not null check (result in ('CONFIRMED', 'CHANGED')),
    reasons  bytea not null check (octet_length(reasons) % 1024 = 48),
    effect   bytea not null check (octet_length(effect) % 1024 = 48),
    ruled_by text  not null check (ruled_by <> ''),
    ruled_on date  not null
);

create function concern.refuses_appeal() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.answer where concern = new.concern) then
        raise exception 'an appeal is against an answer' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger appeal_only_after_answer before insert on concern.appeal
    for each row execute function concern.refuses_appeal();

create function concern.refuses_ruling() returns trigger language plpgsql as $$
begin
    if exists (select 1 from concern.answer a where a.concern = new.concern and a.officer = new.ruled_by) then
        raise exception 'who answered does not rule on the appeal' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.kept_from k where k.concern = new.concern and k.username = new.ruled_by)
            or concern.in_conflict(new.concern, 'HANDLING', new.ruled_by) then
        raise exception 'this concern is kept from that person' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger appeal_ruling_only_by_others before insert on concern.appeal_ruling
    for each row execute function concern.refuses_ruling();

-- -1 is the appeal: like everything a filer does it becomes known when its day is over.
alter table concern.untold drop constraint untold_number_check, add constraint untold_number_check check (number >= -1);

grant select, insert on concern.appeal, concern.appeal_ruling to ${app_role};
