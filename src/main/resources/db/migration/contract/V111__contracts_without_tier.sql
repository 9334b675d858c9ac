-- "No tier yet" is asked for as often as any tier, and hands out its newest rows first like the others.
create index contract_without_tier on contract.contract (number desc) where tier is null;
