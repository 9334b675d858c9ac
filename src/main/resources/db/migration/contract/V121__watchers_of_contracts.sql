-- Who wants to hear of changes of state. Nobody else's business: no list of the application shows somebody else's.
create table contract.watcher (
    contract_id uuid        not null references contract.contract (id),
    username    text        not null check (length(username) between 1 and 100),
    since       timestamptz not null,
    primary key (contract_id, username)
);
create index watcher_by_person on contract.watcher (username, since desc);

grant select, insert, delete on contract.watcher to ${app_role};
