-- S11: what became known of a contract brings its next re-review forward. Never later than it was.
create table review.re_review_brought_forward (
    re_review_id uuid        not null references review.re_review (id),
    number       int         not null check (number >= 1),
    incident_id  uuid        not null references review.incident (id),
    before_on    date        not null,
    next_on      date        not null check (next_on < before_on),
    brought_at   timestamptz not null,
    primary key (re_review_id, incident_id)
);

create function review.refuse_unfounded_re_review() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.incident i join review.re_review r on r.contract_id = i.contract_id
                   where i.id = new.incident_id and r.id = new.re_review_id and r.closed_at is null
                     and i.kind <> 'CUSTOMER_REPORT') then
        raise exception 'only a signal of harm to the same contract brings its open re-review forward'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_a_signal before insert on review.re_review_brought_forward
    for each row execute function review.refuse_unfounded_re_review();
create trigger never_changes before update or delete on review.re_review_brought_forward
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.re_review_brought_forward
    for each statement execute function review.refuse_change();

grant select, insert on review.re_review_brought_forward to ${app_role};
