alter table document.document_version add constraint document_version_with_contract_and_hash unique (id, contract_id, sha256);

-- A version that was not uploaded but found inside another. It belongs to the contract of the file it was found in: both keys carry it.
create table document.embedded_file (
    version_id        uuid not null primary key,
    parent_version_id uuid not null references document.document_version (id),
    contract_id       uuid not null,
    sha256            text not null,
    parent_sha256     text not null,
    place             text not null check (length(place) between 1 and 500),
    depth             int  not null check (depth between 1 and 4),
    foreign key (version_id, contract_id, sha256) references document.document_version (id, contract_id, sha256),
    foreign key (parent_version_id, contract_id, parent_sha256) references document.document_version (id, contract_id, sha256),
    -- reading the outer file again finds the same files; and no file holds itself
    unique (parent_version_id, sha256),
    check (sha256 <> parent_sha256)
);

create trigger embedded_files_are_append_only before update or delete on document.embedded_file
    for each row execute function document.refuse_change();
create trigger embedded_files_are_never_truncated before truncate on document.embedded_file
    for each statement execute function document.refuse_change();

grant select, insert on document.embedded_file to ${app_role};
