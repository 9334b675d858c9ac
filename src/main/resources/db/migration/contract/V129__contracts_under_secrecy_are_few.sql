-- Reports ask at each look which contracts are under secrecy terms: among many they are few.
create index contract_under_secrecy on contract.contract (id, secrecy) where secrecy <> 'NONE';
