-- What research, assessment or mitigation found to be worse than the triage took, with the source it rests on. It raises the tier and never
-- lowers it (H16): no later triage of the contract goes below it, and nothing is approved below it.
create table review.triage_finding (
    id           uuid        primary key,
    review_id    uuid        not null references review.review (id),
    pass         int         not null check (pass >= 1),
    stage        text        not null check (stage in ('RESEARCH', 'ASSESSMENT', 'MITIGATION')),
    person       text        not null check (person <> ''),
    on_behalf_of text        check (on_behalf_of <> ''),
    facts        jsonb       not null check (jsonb_typeof(facts) = 'object' and facts <> '{}'),
    source       int         not null,
    why          text        not null check (length(btrim(why)) between 30 and 4000),
    tier         text        not null check (tier in ('T2', 'T3', 'T4')),
    found_at     timestamptz not null,
    foreign key (review_id, source) references review.source (review_id, number)
);
create index on review.triage_finding (review_id);

create trigger never_changes before update or delete on review.triage_finding
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.triage_finding
    for each statement execute function review.refuse_change();
create trigger with_declaration_signed before insert on review.triage_finding
    for each row execute function review.refuse_undeclared('select ($1).review_id, ($1).person');
grant select, insert on review.triage_finding to ${app_role};

create function review.refuse_triage_finding() returns trigger language plpgsql as $$
begin
    perform review.refuse_outsider(new.review_id, new.person, 'finds nothing against a triage');
    if not exists (select 1 from review.review r
                   where r.id = new.review_id and r.pass = new.pass
                     and r.closed_at is null and r.tier < new.tier) then
        raise exception 'a finding against the triage of an open review gives a higher tier than it was triaged to'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.source s
               join review.source c on c.corrects = s.id
               where s.review_id = new.review_id and s.number = new.source) then
        raise exception 'a finding against the triage rests on a source that stands' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_upwards before insert on review.triage_finding
    for each row execute function review.refuse_triage_finding();

-- As before, and: the highest of what hearings and findings against a triage found.
create or replace function review.tier_heard(of_contract uuid) returns text language plpgsql stable as $$
begin
    return greatest(
        (select max(e.tier) from review.concern_measure_end e where e.contract_id = of_contract),
        (select max(f.tier) from review.triage_finding f join review.review r on r.id = f.review_id
         where r.contract_id = of_contract));
end $$;

create or replace function review.refuse_tier_below_hearing() returns trigger language plpgsql as $$
begin
    if new.tier is distinct from old.tier and new.tier < review.tier_heard(new.contract_id) then
        raise exception 'a hearing found a higher tier, or a finding against an earlier triage gives one'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function review.refuse_approval_below_hearing() returns trigger language plpgsql as $$
begin
    if new.outcome in ('APPROVE', 'CONDITIONAL') and new.tier < review.tier_heard(new.contract_id) then
        raise exception 'a hearing found a higher tier, or a finding against the triage gives one: nothing is approved below it'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Whoever found something against a triage does not become the account owner.
do $$
begin
    execute 'create or replace view review.reviewed_by as '
        || rtrim(pg_get_viewdef('review.reviewed_by'::regclass), E'; \n')
        || ' union select r.contract_id, f.person from review.triage_finding f join review.review r on r.id = f.review_id';
end $$;
