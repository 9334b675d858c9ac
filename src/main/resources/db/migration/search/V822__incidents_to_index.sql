-- Which incidents belong into the index, with the files that came with them. Written in the transaction that records them.
create table search.incident (
    incident uuid        not null primary key,
    contract uuid        not null,
    noted_at timestamptz not null
);
create index incident_by_contract on search.incident (contract);

-- those that were recorded before they were searched
insert into search.incident (incident, contract, noted_at) select id, contract_id, recorded_at from review.incident;

grant select, insert on search.incident to ${app_role};
