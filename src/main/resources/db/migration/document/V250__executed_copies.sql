-- A file that holds what the parties signed. It is kept, read and shown like any other and belongs to no set of documents: decisions
-- hold for the files that were decided on, and what was signed is held against them.
create table document.executed_copy (
    version_id  uuid not null primary key,
    contract_id uuid not null,
    sha256      text not null,
    unique (version_id, contract_id, sha256),
    foreign key (version_id, contract_id, sha256) references document.document_version (id, contract_id, sha256)
);
create index executed_copy_by_contract on document.executed_copy (contract_id, sha256);

create trigger executed_copies_are_append_only before update or delete on document.executed_copy
    for each row execute function document.refuse_change();
create trigger executed_copies_are_never_truncated before truncate on document.executed_copy
    for each statement execute function document.refuse_change();

-- What was decided on does not become a copy of what was signed afterwards, and no file found inside another does.
create function document.refuse_executed_document() returns trigger language plpgsql as $$
begin
    if exists (select 1 from document.document_set s where s.version_id = new.version_id)
       or exists (select 1 from document.embedded_file e where e.version_id = new.version_id)
       or exists (select 1 from document.document_version v where v.id = new.version_id and v.number > 1) then
        raise exception 'a document of the contract is no executed copy' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_files_of_its_own before insert on document.executed_copy
    for each row execute function document.refuse_executed_document();

create function document.refuse_executed_in_set() returns trigger language plpgsql as $$
begin
    if exists (select 1 from document.executed_copy x where x.version_id = new.version_id) then
        raise exception 'an executed copy belongs to no set of documents' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger without_executed_copies before insert on document.document_set
    for each row execute function document.refuse_executed_in_set();

-- Nor does it get a second version, which would count as a document.
create function document.refuse_version_of_executed() returns trigger language plpgsql as $$
begin
    if new.number > 1 and exists (select 1 from document.executed_copy x join document.document_version v on v.id = x.version_id
                                  where v.document_id = new.document_id) then
        raise exception 'an executed copy has one version' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger executed_copies_have_one_version before insert on document.document_version
    for each row execute function document.refuse_version_of_executed();

grant select, insert on document.executed_copy to ${app_role};
