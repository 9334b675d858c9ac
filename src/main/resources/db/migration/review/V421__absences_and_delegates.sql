-- A person is away from the first to the last day, both included; the delegate does their stage tasks meanwhile.
create table review.absence (
    id           uuid primary key,
    person       text        not null check (person <> ''),
    delegate     text,
    from_day     date        not null,
    until_day    date        not null,
    declared_at  timestamptz not null,
    withdrawn_at timestamptz,
    check (until_day >= from_day),
    check (delegate <> person)
);
create index absence_of_person on review.absence (person, until_day) where withdrawn_at is null;
create index absence_of_delegate on review.absence (delegate, until_day) where withdrawn_at is null;

create function review.refuse_other_than_withdrawing() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.withdrawn_at is not null
            or (new.id, new.person, new.delegate, new.from_day, new.until_day, new.declared_at)
               is distinct from (old.id, old.person, old.delegate, old.from_day, old.until_day, old.declared_at) then
        raise exception 'an absence is withdrawn once and otherwise never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_withdrawn before update or delete on review.absence
    for each row execute function review.refuse_other_than_withdrawing();

-- Whose task it was, where a delegate did it.
alter table review.stage_result add column on_behalf_of text check (on_behalf_of <> actor);

grant select, insert, update on review.absence to ${app_role};
