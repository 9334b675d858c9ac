-- Who completed which training, as last said: a row without a day takes back what was said of the same training before.
create table review.training (
    id           uuid        primary key,
    person       text        not null check (person <> ''),
    title        text        not null check (length(title) between 1 and 200 and title !~ '[[:cntrl:]]'),
    completed_on date,
    recorded_by  text        not null check (recorded_by <> ''),
    recorded_at  timestamptz not null,
    check (recorded_by <> person),
    check (completed_on <= (recorded_at at time zone 'UTC')::date)
);
create index training_of_person on review.training (person, title, recorded_at desc);

create trigger never_changes before update or delete on review.training
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.training
    for each statement execute function review.refuse_change();

create function review.refuse_taking_back_nothing() returns trigger language plpgsql as $$
begin
    if new.completed_on is null and (
            select t.completed_on from review.training t where t.person = new.person and t.title = new.title
            order by t.recorded_at desc, t.id desc limit 1) is null then
        raise exception 'there is no such training to take back' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_takes_back_what_is_there before insert on review.training
    for each row execute function review.refuse_taking_back_nothing();

grant select, insert on review.training to ${app_role};
