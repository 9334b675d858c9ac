-- A concern may be about an agency instead of one contract. The link is as open as that to a contract, and counts for each contract
-- that the agency awarded, whenever that is registered: it is found there, and kept from the people of each (H13).
alter table concern.concern
    add column agency text check (length(agency) between 1 and 200),
    add constraint contract_or_agency check (contract is null or agency is null);
create index concern_by_agency on concern.concern (agency, status) where agency is not null;

create or replace view concern.about as
    select c.id as concern, c.contract from concern.concern c where c.contract is not null
    union
    select l.letter, l.contract from concern.letter_contract l
    union
    select c.id, k.id from concern.concern c join contract.contract k on k.awarding_name = c.agency;
