-- The application and those without a name are nobody: what they did is no personal data, and texts hold these words by chance.
alter table record.erasure add constraint erasure_is_of_a_person
    check (lower(subject) not in ('system', '-', '*')) not valid;

create index sealed_of_a_person_in_any_spelling on record.sealed (lower(person));
create index access_person_in_any_spelling on record.access_person (lower(actor));

-- How a name may stand in texts: capital letters, apostrophes, hyphens and what sets words apart differ by keyboard and program. So do
-- accents: the record takes texts in NFC only, and the name is brought to it.
create function record.name_pattern(named text) returns text
    language plpgsql immutable set search_path = record, pg_temp as $$
declare
    apostrophes constant text := U&'[''\2018\2019\02BC]';
    hyphens     constant text := U&'[-\2010\2011]';
    spaces      constant text := U&'[[:space:]\00A0\202F\2009]';
    pattern text := regexp_replace(trim(lower(normalize(named, NFC))), U&'([^[:alnum:][:space:]''\2018\2019\02BC\2010\2011\00A0\202F\2009-])', '\\\1', 'g');
begin
    pattern := regexp_replace(pattern, apostrophes, apostrophes, 'g');
    pattern := regexp_replace(pattern, hyphens, hyphens, 'g');
    pattern := regexp_replace(pattern, spaces || '+', spaces || '+', 'g');
    return '(^|[^[:alnum:]])' || pattern || '($|[^[:alnum:]])';
end $$;

-- As before, in any spelling. Most texts do not even hold the first letters of the name, which is found out cheaply.
create or replace function record.is_of(sealed record.sealed, subject text, subject_name text) returns boolean
    language plpgsql immutable set search_path = record, pg_temp as $$
declare
    said  text;
    named text;
begin
    if lower(sealed.person) = lower(subject) then
        return true;
    end if;
    said := convert_from(sealed.value, 'UTF8');
    if said = sealed.person then
        return false;
    end if;
    said := lower(said);
    foreach named in array array_remove(array[subject, subject_name], null) loop
        if strpos(said, coalesce(substring(lower(normalize(named, NFC)) from '[[:alnum:]]+'), '')) > 0
                and said ~ record.name_pattern(named) then
            return true;
        end if;
    end loop;
    return false;
end $$;

create or replace function record.check_reader_removal() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    if not exists (select 1 from record.erasure e where e.state = 'APPROVED' and lower(e.subject) = lower(old.actor)) then
        raise exception 'access entry % keeps its reader: no approved erasure is of this person', old.n
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

-- As before, in any spelling; and nobody is erased while the row of a request still names them as who asked.
create or replace function record.check_erasure() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'REQUESTED' or not exists (select 1 from record.sealed where lower(person) = lower(new.subject)
                union all select 1 from record.access_person where lower(actor) = lower(new.subject)) then
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
    elsif new.state = 'APPROVED' and exists (select 1 from record.erasure e
            where e.state = 'REQUESTED' and lower(e.requested_by) = lower(new.subject)) then
        raise exception 'an erasure that this person asked for waits for its second person'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

-- As before, in any spelling.
create or replace function record.erase(erasure uuid, approver text, moment timestamptz)
    returns table (entry bigint, erased text)
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
    with gone as (delete from record.access_person p where lower(p.actor) = lower(asked.subject) returning p.n)
    insert into record.erased_access (n, erasure, basis, erased_on)
        select g.n, asked.id, asked.basis, (moment at time zone 'UTC')::date from gone g;
    update record.verification v set requested_by = 'erased' where lower(v.requested_by) = lower(asked.subject);
    update record.erasure e set state = 'ERASED', subject = null, subject_name = null, reason = null,
        requested_by = null, decided_by = null,
        fields = (select count(*) from erased_now), entries = (select count(distinct x.n) from erased_now x)
        where e.id = erasure;
    return query select e.n, e.field from erased_now e order by e.n, e.field;
    drop table erased_now;
end $$;

revoke all on function record.name_pattern(text) from public;
grant execute on function record.name_pattern(text) to ${app_role};
