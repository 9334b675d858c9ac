-- A contract that nobody submits is reviewed all the same: the panel chair or the board committee calls it in. Every government contract is
-- to be reviewed (UN Guiding Principles 17 and 18), and whoever is paid by it cannot keep it from that by silence (H9).
create table review.called_in (
    review_id uuid        primary key references review.review (id),
    called_by text        not null check (called_by <> ''),
    reasons   text        not null check (length(btrim(reasons)) between 1 and 2000),
    called_at timestamptz not null
);

create trigger never_changes before update or delete on review.called_in
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.called_in
    for each statement execute function review.refuse_change();
grant select, insert on review.called_in to ${app_role};

create function review.refuse_call() returns trigger language plpgsql as $$
begin
    perform review.refuse_outsider(new.review_id, new.called_by, 'calls nothing in for review (H1)');
    if exists (select 1 from review.review r join review.review other on other.contract_id = r.contract_id
               where r.id = new.review_id and other.id <> r.id) then
        raise exception 'a contract is called in for its first review only' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger first_review_by_somebody_else before insert on review.called_in
    for each row execute function review.refuse_call();
