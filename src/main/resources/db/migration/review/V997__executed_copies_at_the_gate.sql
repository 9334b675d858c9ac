-- H7: what was signed is held against what was decided on. The copies that were brought to the gate in one pass of a review.
create table review.executed_copy (
    review_id   uuid        not null references review.review (id),
    pass        int         not null,
    version_id  uuid        not null,
    contract_id uuid        not null,
    sha256      text        not null,
    added_by    text        not null check (length(added_by) between 1 and 100),
    added_at    timestamptz not null,
    primary key (review_id, pass, version_id),
    foreign key (version_id, contract_id, sha256) references document.executed_copy (version_id, contract_id, sha256)
);

-- What legal stated of the signature: which copies were signed, by whom, on which day, and how they stand to the documents.
create table review.execution (
    id                 uuid        not null primary key,
    review_id          uuid        not null references review.review (id),
    pass               int         not null,
    decision_id        uuid        not null references review.decision (id),
    document_set_hash  text        not null check (document_set_hash ~ '^[0-9a-f]{64}$'),
    verdict            text        not null check (verdict in ('IDENTICAL', 'SAME_CLAUSES')),
    company_signatory  text        not null check (length(company_signatory) between 1 and 200),
    customer_signatory text        not null check (length(customer_signatory) between 1 and 200),
    signed_on          date        not null,
    stated_by          text        not null check (length(stated_by) between 1 and 100),
    stated_at          timestamptz not null,
    unique (id, review_id, pass)
);
create index execution_by_decision on review.execution (decision_id);

create table review.execution_copy (
    execution_id uuid not null,
    review_id    uuid not null,
    pass         int  not null,
    version_id   uuid not null,
    primary key (execution_id, version_id),
    foreign key (execution_id, review_id, pass) references review.execution (id, review_id, pass),
    foreign key (review_id, pass, version_id) references review.executed_copy (review_id, pass, version_id)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['executed_copy', 'execution', 'execution_copy'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
grant select, insert on review.executed_copy, review.execution, review.execution_copy to ${app_role};

create function review.refuse_foreign_copy() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.review r
                   where r.id = new.review_id and r.contract_id = new.contract_id and r.pass = new.pass) then
        raise exception 'an executed copy is of the contract and the pass under review' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_of_this_contract before insert on review.executed_copy
    for each row execute function review.refuse_foreign_copy();

create function review.refuse_execution() returns trigger language plpgsql as $$
declare
    approval review.decision;
begin
    select * into approval from review.decision d where d.id = new.decision_id;
    if approval.review_id <> new.review_id or approval.document_set_hash <> new.document_set_hash then
        raise exception 'the executed copies were held against other documents than those decided on'
            using errcode = 'restrict_violation';
    end if;
    if new.signed_on < (approval.decided_at at time zone 'UTC')::date
       or new.signed_on > (new.stated_at at time zone 'UTC')::date
       or approval.expires_on is null or new.signed_on > approval.expires_on then
        raise exception 'the date of signature lies before the decision, after the approval or in the future'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_while_approved before insert on review.execution
    for each row execute function review.refuse_execution();

-- Nothing is laid beside what was confirmed.
create function review.refuse_late_copy() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.gate_confirmation g where g.execution_id = new.execution_id) then
        raise exception 'the signature is confirmed; no copy is added to it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger no_copy_is_late before insert on review.execution_copy
    for each row execute function review.refuse_late_copy();

-- From now on; signatures confirmed before have none, and none is made up for them.
alter table review.gate_confirmation add column execution_id uuid references review.execution (id);
alter table review.gate_confirmation add constraint confirmed_on_executed_copies check (execution_id is not null) not valid;

create function review.refuse_gate_without_copy() returns trigger language plpgsql as $$
declare
    stated review.execution;
begin
    select * into stated from review.execution e
    where e.id = new.execution_id and e.decision_id = new.decision_id and e.review_id = new.review_id
      and e.document_set_hash = new.document_set_hash and e.stated_by = new.confirmed_by;
    if stated.id is null or not exists (select 1 from review.execution_copy c where c.execution_id = stated.id) then
        raise exception 'no executed copy of the documents decided on is kept (H7)' using errcode = 'restrict_violation';
    end if;
    if stated.verdict = 'IDENTICAL' and (
        not exists (select 1 from document.document_set s
                    where s.contract_id = new.contract_id and s.hash = new.document_set_hash)
        or exists (select 1 from document.document_set s join document.document_version v on v.id = s.version_id
                   where s.contract_id = new.contract_id and s.hash = new.document_set_hash
                     and not exists (
                         select 1 from review.execution_copy c
                         join review.executed_copy e
                           on e.review_id = c.review_id and e.pass = c.pass and e.version_id = c.version_id
                         where c.execution_id = stated.id and e.sha256 = v.sha256))) then
        raise exception 'the executed copies are not the very files decided on (H7)' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger with_executed_copy before insert on review.gate_confirmation
    for each row execute function review.refuse_gate_without_copy();
