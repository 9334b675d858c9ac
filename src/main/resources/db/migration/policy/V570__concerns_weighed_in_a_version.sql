-- What the board committee says of each open concern about the policy when it approves a version of the rules.
create table policy.weighed_concern (
    number  int         not null references policy.version (number),
    concern uuid        not null,
    about   text        not null check (length(about) between 1 and 300),
    actor   text        not null check (actor <> ''),
    at      timestamptz not null,
    text    text        not null check (trim(text) <> '' and length(text) <= 10000),
    primary key (number, concern)
);
create trigger never_changes before update or delete on policy.weighed_concern
    for each row execute function policy.refuse_change();
create trigger never_emptied before truncate on policy.weighed_concern
    for each statement execute function policy.refuse_change();

create function policy.weighs_for_proposal() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from policy.version_state s where s.number = new.number and s.state = 'PROPOSED') then
        raise exception 'concerns are weighed for a version that is proposed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_while_proposed before insert on policy.weighed_concern
    for each row execute function policy.weighs_for_proposal();

-- One that is kept from whoever approves is not theirs to weigh: they must not learn of it (H13).
create function policy.demands_weighed_concerns() returns trigger language plpgsql as $$
begin
    if new.state = 'APPROVED' and exists (
        select 1 from concern.concern c
        where c.matter = 'POLICY' and c.status <> 'ANSWERED'
          and not exists (select 1 from concern.withdrawal w where w.concern = c.id)
          and not exists (select 1 from concern.kept_from k where k.concern = c.id and k.username = new.actor)
          and not exists (select 1 from policy.weighed_concern w where w.number = new.number and w.concern = c.id)) then
        raise exception 'an open concern about the policy was not weighed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger concerns_weighed before insert on policy.version_step
    for each row execute function policy.demands_weighed_concerns();

grant select, insert on policy.weighed_concern to ${app_role};
