-- Who read is committed to, not written: the row holds a star and a hash, account name and nonce lie beside it, where they can be
-- removed. Rows from before hold the name, and the record holds hashes over them: they stay as they are.
alter table record.access_entry add column commitment bytea check (octet_length(commitment) = 32);
alter table record.access_entry add constraint access_entry_commits_to_its_reader
    check ((actor = '-' and commitment is null) or (actor = '*' and commitment is not null)) not valid;

create table record.access_person (
    n     bigint primary key references record.access_entry,
    actor text  not null check (actor ~ '^[^[:cntrl:]]{1,100}$' and actor not in ('-', '*')),
    nonce bytea not null check (octet_length(nonce) = 32)
);
create index access_person_by_actor on record.access_person (actor, n);

-- Whose reader was erased, for those who read; what is proven stands in the entries "access-erased".
create table record.erased_access (
    n         bigint primary key references record.access_entry,
    erasure   uuid   not null references record.erasure,
    basis     text   not null check (basis in ('a', 'b', 'c', 'd', 'e', 'f')),
    erased_on date   not null
);
create index erased_access_of_an_erasure on record.erased_access (erasure, n);

-- Only the reader that the row commits to stands beside it.
create function record.check_access_person() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    if not exists (select 1 from record.access_entry e where e.n = new.n
            and e.commitment = sha256('contract-ethics access person v1'::bytea || '\x00'::bytea || new.nonce
                || convert_to(new.actor, 'UTF8'))) then
        raise exception 'access entry % commits to another reader', new.n using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger access_person_is_the_one_committed_to after insert on record.access_person
    for each row execute function record.check_access_person();

-- Binds the owner too: a reader goes only with an erasure that two people agreed on.
create function record.check_reader_removal() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    if not exists (select 1 from record.erasure e where e.state = 'APPROVED' and e.subject = old.actor) then
        raise exception 'access entry % keeps its reader: no approved erasure is of this person', old.n
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;
create trigger access_person_goes_by_erasure_only before delete on record.access_person
    for each row execute function record.check_reader_removal();
create trigger access_person_never_changes before update or truncate on record.access_person
    for each statement execute function record.refuse_change();
create trigger erased_access_never_changes before update or delete or truncate on record.erased_access
    for each statement execute function record.refuse_change();
alter table record.access_person enable always trigger access_person_is_the_one_committed_to;
alter table record.access_person enable always trigger access_person_goes_by_erasure_only;
alter table record.access_person enable always trigger access_person_never_changes;
alter table record.erased_access enable always trigger erased_access_never_changes;

-- As before; whoever only read stands in the record, too.
create or replace function record.check_erasure() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'REQUESTED' or not exists (select 1 from record.sealed where person = new.subject
                union all select 1 from record.access_person where actor = new.subject) then
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

-- As before, and who read: the rows of the trail stay, and commit to nobody that could be found.
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
    with gone as (delete from record.access_person p where p.actor = asked.subject returning p.n)
    insert into record.erased_access (n, erasure, basis, erased_on)
        select g.n, asked.id, asked.basis, (moment at time zone 'UTC')::date from gone g;
    update record.verification v set requested_by = 'erased' where v.requested_by = asked.subject;
    update record.erasure e set state = 'ERASED', subject = null, subject_name = null, reason = null,
        requested_by = null, decided_by = null,
        fields = (select count(*) from erased_now), entries = (select count(distinct x.n) from erased_now x)
        where e.id = erasure;
    return query select e.n, e.field from erased_now e order by e.n, e.field;
    drop table erased_now;
end $$;

revoke all on record.access_person, record.erased_access from public;
revoke all on function record.check_access_person(), record.check_reader_removal() from public;
grant select, insert on record.access_person to ${app_role};
grant select on record.erased_access to ${app_role};
