-- Advice on one element of the contract, by one author, whose text stays theirs: nobody else writes a version of it.
create table review.advice (
    id        uuid primary key,
    review_id uuid not null references review.review (id),
    element   text not null check (element in ('AGENCY', 'SUPPLIER', 'CAPABILITY', 'COUNTRY', 'END_USE', 'TERMS')),
    author    text not null,
    unique (review_id, element, author)
);

create table review.advice_version (
    advice_id  uuid        not null references review.advice (id),
    version    int         not null check (version >= 1),
    position   text        not null check (position in ('NO_OBJECTION', 'CONDITIONS', 'OBJECTION')),
    text       text        not null check (length(text) between 1 and 4000),
    sha256     text        not null,
    written_at timestamptz not null,
    primary key (advice_id, version),
    constraint advice_hash_is_of_its_text check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);

-- A countersignature is of one version. It is valid while that version is the last, and stays here when it is not.
create table review.countersignature (
    advice_id uuid        not null,
    version   int         not null,
    person    text        not null,
    remark    text        not null check (length(remark) <= 1000),
    signed_at timestamptz not null,
    primary key (advice_id, version, person),
    foreign key (advice_id, version) references review.advice_version (advice_id, version)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['advice', 'advice_version', 'countersignature'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

create function review.refuse_advice() returns trigger language plpgsql as $$
begin
    perform review.refuse_outsider(new.review_id, new.author, 'gives no advice');
    return new;
end $$;
create trigger only_by_participants before insert on review.advice
    for each row execute function review.refuse_advice();

-- The panel decided on what it read: once its vote is closed, the advice of that pass stays as it is.
create function review.refuse_late_advice(of_advice uuid) returns void language plpgsql as $$
begin
    if exists (select 1 from review.advice a
               join review.review r on r.id = a.review_id
               left join review.stage_result s on s.review_id = r.id and s.pass = r.pass and s.stage = 'VOTE'
               where a.id = of_advice and (r.closed_at is not null or s.id is not null)) then
        raise exception 'the vote is closed; the advice it rested on stays as it is' using errcode = 'restrict_violation';
    end if;
end $$;

create function review.refuse_advice_version() returns trigger language plpgsql as $$
begin
    perform review.refuse_late_advice(new.advice_id);
    perform review.refuse_outsider(a.review_id, a.author, 'gives no advice') from review.advice a where a.id = new.advice_id;
    if new.version <> (select coalesce(max(v.version), 0) + 1 from review.advice_version v where v.advice_id = new.advice_id) then
        raise exception 'versions of advice are numbered without a gap' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger one_after_the_other before insert on review.advice_version
    for each row execute function review.refuse_advice_version();

create function review.refuse_countersignature() returns trigger language plpgsql as $$
begin
    perform review.refuse_late_advice(new.advice_id);
    perform review.refuse_outsider(a.review_id, new.person, 'countersigns nothing') from review.advice a where a.id = new.advice_id;
    if exists (select 1 from review.advice a where a.id = new.advice_id and a.author = new.person) then
        raise exception 'nobody countersigns advice of their own' using errcode = 'restrict_violation';
    end if;
    if new.version <> (select max(v.version) from review.advice_version v where v.advice_id = new.advice_id) then
        raise exception 'only the last version of advice is countersigned' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_the_last_version_by_others before insert on review.countersignature
    for each row execute function review.refuse_countersignature();

grant select, insert on review.advice, review.advice_version, review.countersignature to ${app_role};
