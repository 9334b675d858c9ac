-- What came of concerns, for every employee. No column leads back to a concern: it stands under a random id, by the quarter.
create table concern.published_outcome (
    id      uuid not null primary key,
    quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
    topic   text not null check (length(topic) between 1 and 60),
    result  text not null check (result in ('SUSTAINED', 'PARTLY', 'NOT_SUSTAINED', 'OUT_OF_SCOPE')),
    summary text not null check (length(trim(summary)) between 30 and 2000)
);
create index published_outcome_by_quarter on concern.published_outcome (quarter desc);

-- That the outcome of a concern was published; not which one it is.
create table concern.outcome_published (
    concern uuid not null primary key references concern.concern (id)
);

grant select, insert on concern.published_outcome, concern.outcome_published to ${app_role};
