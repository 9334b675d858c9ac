-- What entries of schema 2 only commit to: the people they name and the texts people wrote. The one part of the record that can be
-- removed, because no hash of the tree is over it. "person" says whose it is: who is named, or who wrote the text.
create table record.sealed (
    n      bigint not null references record.entry,
    field  text   not null check (field like '/%' and length(field) <= 500),
    person text   not null check (length(person) between 1 and 100),
    nonce  bytea  not null check (octet_length(nonce) = 32),
    value  bytea  not null check (octet_length(value) <= 65535),
    primary key (n, field)
);
create index sealed_of_a_person on record.sealed (person, field, n);

-- Fields that were erased, for those who read; what is proven stands in the entries "erased".
create table record.erased_field (
    n         bigint not null references record.entry,
    field     text   not null,
    basis     text   not null check (basis in ('a', 'b', 'c', 'd', 'e', 'f')),
    erased_on date   not null,
    primary key (n, field)
);

-- Erasures of people (GDPR Art. 17): one person asks with a basis, another decides, and the erased person is neither. Once it is
-- decided nothing of anybody stands here; who asked and who decided are sealed fields of the record.
create table record.erasure (
    id           uuid primary key,
    state        text        not null check (state in ('REQUESTED', 'APPROVED', 'ERASED', 'DECLINED')),
    basis        text        not null check (basis in ('a', 'b', 'c', 'd', 'e', 'f')),
    subject      text check (length(subject) between 1 and 100),
    subject_name text check (length(subject_name) between 3 and 100),
    reason       text check (length(trim(reason)) between 30 and 2000),
    requested_by text check (length(requested_by) between 1 and 100),
    requested_at timestamptz not null,
    decided_by   text check (length(decided_by) between 1 and 100),
    decided_at   timestamptz,
    fields       bigint check (fields > 0),
    entries      bigint check (entries > 0),
    constraint erasure_takes_two_people check (lower(decided_by) <> lower(requested_by)),
    constraint erasure_is_not_asked_by_its_subject check (lower(requested_by) <> lower(subject)),
    constraint erasure_is_not_decided_by_its_subject check (lower(decided_by) <> lower(subject)),
    constraint erasure_names_whom_it_concerns_until_it_is_decided check (
        case state
            when 'REQUESTED' then num_nulls(subject, reason, requested_by) = 0 and num_nonnulls(decided_by, decided_at) = 0
            when 'APPROVED' then num_nulls(subject, reason, requested_by, decided_by, decided_at) = 0
            else num_nonnulls(subject, subject_name, reason, requested_by, decided_by) = 0 and decided_at is not null
        end),
    constraint erasure_counts_what_it_erased check ((state = 'ERASED') = (num_nulls(fields, entries) = 0))
);
create unique index one_open_erasure_of_a_person on record.erasure (lower(subject)) where subject is not null;

-- Whether a sealed value is of this person: it names them, they wrote it, or their account name or full name stands in the text.
create function record.is_of(sealed record.sealed, subject text, subject_name text) returns boolean
    language plpgsql immutable set search_path = record, pg_temp as $$
declare
    said  text;
    named text;
begin
    if sealed.person = subject then
        return true;
    end if;
    said := convert_from(sealed.value, 'UTF8');
    if said = sealed.person then
        return false;
    end if;
    foreach named in array array_remove(array[subject, subject_name], null) loop
        if lower(said) ~ ('(^|[^[:alnum:]])' || regexp_replace(lower(named), '([^[:alnum:] ])', '\\\1', 'g') || '($|[^[:alnum:]])') then
            return true;
        end if;
    end loop;
    return false;
end $$;

-- Binds the owner too: a value goes only with an erasure of its person that two people agreed on.
create function record.check_removal() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    if not exists (select 1 from record.erasure e
            where e.state = 'APPROVED' and record.is_of(old, e.subject, e.subject_name)) then
        raise exception 'entry % keeps its %: no approved erasure is of its person', old.n, old.field
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;
create trigger sealed_goes_by_erasure_only before delete on record.sealed
    for each row execute function record.check_removal();
create trigger sealed_never_changes before update or truncate on record.sealed
    for each statement execute function record.refuse_change();
create trigger erased_field_never_changes before update or delete or truncate on record.erased_field
    for each statement execute function record.refuse_change();

-- An erasure begins as a request about somebody of whom there is something, and goes one step at a time.
create function record.check_erasure() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'REQUESTED' or not exists (select 1 from record.sealed where person = new.subject) then
            raise exception 'an erasure begins as a request about somebody who stands in the record'
                using errcode = 'integrity_constraint_violation';
        end if;
    elsif new.id <> old.id or new.basis <> old.basis or new.requested_at <> old.requested_at
            or not (old.state = 'REQUESTED' and new.state in ('APPROVED', 'DECLINED')
                or old.state = 'APPROVED' and new.state = 'ERASED')
            or (new.state = 'APPROVED' and (new.subject, new.subject_name, new.reason, new.requested_by)
                is distinct from (old.subject, old.subject_name, old.reason, old.requested_by)) then
        raise exception 'an erasure goes from request to decision and no other way'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger erasure_goes_step_by_step before insert or update on record.erasure
    for each row execute function record.check_erasure();
create trigger erasure_stays before delete or truncate on record.erasure
    for each statement execute function record.refuse_change();

alter table record.sealed enable always trigger sealed_goes_by_erasure_only;
alter table record.sealed enable always trigger sealed_never_changes;
alter table record.erased_field enable always trigger erased_field_never_changes;
alter table record.erasure enable always trigger erasure_goes_step_by_step;
alter table record.erasure enable always trigger erasure_stays;

-- Removes everything of the person, and says which fields that was. The only way to remove anything.
create function record.erase(erasure uuid, approver text, moment timestamptz) returns table (entry bigint, erased text)
    language plpgsql security definer set search_path = record, pg_temp as $$
declare
    asked record.erasure;
begin
    select * into asked from record.erasure e where e.id = erasure for update;
    if asked.state is distinct from 'REQUESTED' then
        raise exception 'there is no such erasure to decide on' using errcode = 'integrity_constraint_violation';
    end if;
    update record.erasure e set state = 'APPROVED', decided_by = approver, decided_at = moment where e.id = erasure;
    create temporary table erased_now (n bigint, field text) on commit drop;
    with gone as (
        delete from record.sealed s where record.is_of(s, asked.subject, asked.subject_name) returning s.n, s.field)
    insert into erased_now select g.n, g.field from gone g;
    insert into record.erased_field (n, field, basis, erased_on)
        select e.n, e.field, asked.basis, (moment at time zone 'UTC')::date from erased_now e;
    update record.verification v set requested_by = 'erased' where v.requested_by = asked.subject;
    update record.erasure e set state = 'ERASED', subject = null, subject_name = null, reason = null,
        requested_by = null, decided_by = null,
        fields = (select count(*) from erased_now), entries = (select count(distinct x.n) from erased_now x)
        where e.id = erasure;
    return query select e.n, e.field from erased_now e order by e.n, e.field;
    drop table erased_now;
end $$;

-- Ends a request without erasing anything.
create function record.decline_erasure(erasure uuid, decider text, moment timestamptz) returns void
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    perform 1 from record.erasure e where e.id = erasure and e.state = 'REQUESTED'
        and lower(decider) not in (lower(e.requested_by), lower(e.subject)) for update;
    if not found then
        raise exception 'somebody else than who asked, and not the person concerned, decides on an open request'
            using errcode = 'check_violation';
    end if;
    update record.erasure e set state = 'DECLINED', subject = null, subject_name = null, reason = null,
        requested_by = null, decided_at = moment where e.id = erasure;
end $$;

alter table record.verification add column erased bigint not null default 0 check (erased >= 0);

revoke all on record.sealed, record.erased_field, record.erasure from public;
revoke all on function record.is_of(record.sealed, text, text), record.check_removal(), record.check_erasure(),
    record.erase(uuid, text, timestamptz), record.decline_erasure(uuid, text, timestamptz) from public;
grant select, insert on record.sealed, record.erasure to ${app_role};
grant select on record.erased_field to ${app_role};
grant execute on function record.is_of(record.sealed, text, text), record.erase(uuid, text, timestamptz),
    record.decline_erasure(uuid, text, timestamptz) to ${app_role};
