-- Which document of the contract an incorporated document is, where a person said so. Never one of another contract.
alter table document.document add constraint document_of_one_contract unique (id, contract_id);

create table document.incorporation_link (
    contract_id uuid        not null,
    key         text        not null check (length(key) between 1 and 600),
    document_id uuid        not null,
    linked_by   text        not null,
    linked_at   timestamptz not null,
    primary key (contract_id, key),
    foreign key (document_id, contract_id) references document.document (id, contract_id)
);

grant select, insert, delete on document.incorporation_link to ${app_role};
grant update (document_id, linked_by, linked_at) on document.incorporation_link to ${app_role};
