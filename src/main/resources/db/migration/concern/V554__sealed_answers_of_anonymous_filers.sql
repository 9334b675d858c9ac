-- Filers whom nobody knows are asked, too, when they come back by their code. What they answer could tell who they are: beside the files
-- of a personnel department, the kind and the day of a dismissal name a person. So it is sealed like their messages.
alter table concern.check_in
    alter column adverse drop not null,
    add column sealed bytea check (octet_length(sealed) % 1024 = 48),
    add check (num_nulls(adverse, sealed) = 1);
alter table concern.adverse_act
    alter column kind drop not null,
    alter column happened_on drop not null,
    add column sealed bytea check (octet_length(sealed) % 1024 = 48),
    add check ((sealed is null) = (kind is not null) and (sealed is null) = (happened_on is not null));

create function concern.seals_told_by_anonymous() returns trigger language plpgsql as $$
begin
    if (new.sealed is not null) <> exists (select 1 from concern.concern c where c.id = new.concern and c.mode = 'ANONYMOUS') then
        raise exception 'what an anonymous filer tells of retaliation is sealed, and nothing else of it' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'nobody is asked about a withdrawn concern' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger check_in_sealed before insert on concern.check_in
    for each row execute function concern.seals_told_by_anonymous();
create trigger adverse_act_sealed before insert on concern.adverse_act
    for each row execute function concern.seals_told_by_anonymous();

create function concern.answers_when_asked() returns trigger language plpgsql as $$
begin
    if exists (select 1 from concern.concern c where c.id = new.concern and c.filed_on + new.after_days > new.answered_on) then
        raise exception 'a question is answered when it is due' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger check_in_when_due before insert on concern.check_in
    for each row execute function concern.answers_when_asked();

-- The case of an anonymous filer is as anonymous as their concern, and kept for the ombuds like every case about retaliation.
create function concern.own_case_as_its_concern() returns trigger language plpgsql as $$
begin
    if new.sealed is not null and not exists (
        select 1 from concern.concern c where c.id = new.own_case and c.mode = 'ANONYMOUS' and c.topic = 'RETALIATION') then
        raise exception 'the case of an anonymous filer is an anonymous one about retaliation' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger adverse_act_own_case before insert on concern.adverse_act
    for each row execute function concern.own_case_as_its_concern();
