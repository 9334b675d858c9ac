-- A filer may ask for a meeting, and those who handle the concern offer one and note what became of it (directive (EU) 2019/1937 art. 9
-- and 12, ISO 37002). What is said with it is sealed.
create table concern.meeting_act (
    concern uuid  not null references concern.concern (id),
    number  int   not null check (number > 0),
    act     text  not null check (act in ('ASKED', 'OFFERED', 'HELD', 'DECLINED')),
    -- null where the filer acted, who is named nowhere
    officer text  check (length(officer) between 1 and 100),
    said    bytea not null check (octet_length(said) % 1024 = 48),
    done_on date  not null,
    primary key (concern, number),
    check ((act = 'ASKED') = (officer is null))
);

create function concern.meetings_in_turn() returns trigger language plpgsql as $$
declare
    last concern.meeting_act;
begin
    select * into last from concern.meeting_act m where m.concern = new.concern order by m.number desc limit 1;
    if new.number <> coalesce(last.number, 0) + 1 then
        raise exception 'acts about a meeting follow one another' using errcode = 'restrict_violation';
    end if;
    if new.act in ('HELD', 'DECLINED') and last.act is distinct from 'OFFERED' then
        raise exception 'only a meeting that was offered is held or declined' using errcode = 'restrict_violation';
    end if;
    if new.act = 'OFFERED' and last.act = 'OFFERED' or new.act = 'ASKED' and last.act in ('ASKED', 'OFFERED') then
        raise exception 'a meeting is asked for or offered already' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'nobody meets about a withdrawn concern' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger meeting_act_in_turn before insert on concern.meeting_act
    for each row execute function concern.meetings_in_turn();
create trigger meeting_act_never_changes before update on concern.meeting_act
    for each row execute function concern.refuse_change();
grant select, insert on concern.meeting_act to ${app_role};
