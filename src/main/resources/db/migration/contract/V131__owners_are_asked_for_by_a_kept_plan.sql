-- Asked of everybody who takes part in a review; PL/pgSQL keeps the plan, a function in SQL is planned in every transaction anew.
create or replace function contract.ever_owned(of_contract uuid, person text) returns boolean language plpgsql stable as $$
begin
    return exists (select 1 from contract.account_owner o
                   where o.contract_id = of_contract and o.person = ever_owned.person);
end $$;
