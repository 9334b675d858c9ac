-- Which suspension review decides what a concern of imminent harm asks. A measure without one waits until services go on again.
create table review.concern_suspension (
    concern_id    uuid not null,
    measure       text not null default 'SUSPENSION' check (measure = 'SUSPENSION'),
    contract_id   uuid not null,
    suspension_id uuid not null references review.suspension_review (id),
    primary key (concern_id, contract_id),
    foreign key (concern_id, measure, contract_id) references review.concern_measure (concern_id, measure, contract_id)
);

create function review.refuse_other_suspension() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.suspension_review s
                   where s.id = new.suspension_id and s.contract_id = new.contract_id and s.purpose = 'SUSPEND') then
        raise exception 'this review does not decide whether the services of contract % are suspended', new.contract_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_of_the_same_contract before insert on review.concern_suspension
    for each row execute function review.refuse_other_suspension();
create trigger never_changes before update or delete on review.concern_suspension
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.concern_suspension
    for each statement execute function review.refuse_change();

-- Measures from before belong to the first review that asked after them.
insert into review.concern_suspension (concern_id, contract_id, suspension_id)
select m.concern_id, m.contract_id, s.id
from review.concern_measure m
join lateral (select r.id from review.suspension_review r
              where r.contract_id = m.contract_id and r.purpose = 'SUSPEND'
                and (r.closed_at is null or r.closed_at >= m.taken_on)
              order by r.opened_at limit 1) s on true
where m.measure = 'SUSPENSION';

grant select, insert on review.concern_suspension to ${app_role};
