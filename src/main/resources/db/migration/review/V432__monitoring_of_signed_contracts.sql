-- What became known of a contract after it was signed.
create table review.incident (
    id          uuid        primary key,
    contract_id uuid        not null references contract.contract (id),
    kind        text        not null check (kind in ('INCIDENT', 'PRESS', 'FINDING', 'CUSTOMER_REPORT', 'OTHER')),
    happened_on date        not null,
    source      text        not null check (source <> ''),
    reliability text        not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
    account     text        not null check (account <> ''),
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create index incident_by_contract on review.incident (contract_id, happened_on desc);

-- What use of the product nobody can see; each statement replaces the one before, which stays.
create table review.visibility_limits (
    contract_id uuid        not null references contract.contract (id),
    version     int         not null check (version >= 1),
    statement   text        not null check (statement <> ''),
    stated_by   text        not null,
    stated_at   timestamptz not null,
    primary key (contract_id, version)
);

-- One signature, reviewed again and again at the interval of its tier.
create table review.re_review (
    id          uuid        primary key,
    contract_id uuid        not null references contract.contract (id),
    review_id   uuid        not null references review.review (id),
    started_at  timestamptz not null,
    closed_at   timestamptz
);
create unique index one_open_re_review_of_a_contract on review.re_review (contract_id) where closed_at is null;

create table review.re_review_result (
    re_review_id  uuid        not null references review.re_review (id),
    number        int         not null check (number >= 1),
    result        text        not null check (result in ('STILL_VALID', 'NEW_REVIEW')),
    reasons       text        not null check (reasons <> ''),
    new_review_id uuid        references review.review (id),
    done_by       text        not null,
    done_at       timestamptz not null,
    next_on       date,
    primary key (re_review_id, number),
    check ((result = 'NEW_REVIEW') = (new_review_id is not null)),
    check ((result = 'STILL_VALID') = (next_on is not null))
);

do $$
declare
    kept text;
begin
    foreach kept in array array['incident', 'visibility_limits', 're_review_result'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
create trigger never_deleted before delete on review.re_review for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.re_review
    for each statement execute function review.refuse_change();
create trigger stays_closed before update on review.re_review
    for each row execute function review.refuse_opening_again();

create function review.refuse_re_review_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.re_review r
               where r.id = new.re_review_id and review.interested(r.contract_id, new.done_by)) then
        raise exception 'who submitted the contract or is paid by it does not re-review it'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.re_review_result
    for each row execute function review.refuse_re_review_by_interested();

-- H1 holds for what is written down of a contract as well.
create function review.refuse_statement_by_interested() returns trigger language plpgsql as $$
begin
    if review.interested(new.contract_id, new.stated_by) then
        raise exception 'who submitted the contract or is paid by it does not monitor it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.visibility_limits
    for each row execute function review.refuse_statement_by_interested();

grant select, insert on review.incident, review.visibility_limits, review.re_review, review.re_review_result to ${app_role};
grant update (closed_at) on review.re_review to ${app_role};
