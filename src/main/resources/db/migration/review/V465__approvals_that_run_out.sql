-- The last day of an approval has passed: told once, whatever timer runs on which node.
create table review.approval_run_out (
    decision_id uuid primary key references review.decision (id),
    last_day    date        not null,
    noted_at    timestamptz not null
);
create trigger never_changes before update or delete on review.approval_run_out
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.approval_run_out
    for each statement execute function review.refuse_change();

-- The last day on which the approval holds: of a signed contract a re-review that found it still valid moves it on.
create function review.last_day_of(approval uuid) returns date language sql stable as $$
    select greatest(d.expires_on, (
        select max(x.next_on) from review.re_review r join review.re_review_result x on x.re_review_id = r.id
        where r.contract_id = d.contract_id and r.review_id = d.review_id and x.result = 'STILL_VALID'))
    from review.decision d where d.id = approval
$$;

-- Approvals that nothing ended but their date: no lapse, no later decision, no end of the contract.
create view review.approval_past_its_day as
    select d.id, d.review_id, d.contract_id, review.last_day_of(d.id) as last_day
    from review.decision d
    join contract.contract c on c.id = d.contract_id and c.state <> 'EXITED'
    where d.outcome in ('APPROVE', 'CONDITIONAL')
      and d.expires_on < (now() at time zone 'UTC')::date
      and review.last_day_of(d.id) < (now() at time zone 'UTC')::date
      and not exists (select 1 from review.approval_run_out o where o.decision_id = d.id)
      and not exists (select 1 from review.decision_lapse l where l.decision_id = d.id)
      and not exists (select 1 from review.decision later
                      where later.contract_id = d.contract_id and later.decided_at > d.decided_at);

-- What ran out before this was told is no news.
insert into review.approval_run_out (decision_id, last_day, noted_at)
select p.id, p.last_day, now() from review.approval_past_its_day p;

create function review.refuse_early_end() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.approval_past_its_day p where p.id = new.decision_id) then
        raise exception 'this approval did not run out' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_past_its_day before insert on review.approval_run_out
    for each row execute function review.refuse_early_end();
create index decision_by_last_day on review.decision (expires_on) where expires_on is not null;

grant select, insert on review.approval_run_out to ${app_role};
grant select on review.approval_past_its_day to ${app_role};
