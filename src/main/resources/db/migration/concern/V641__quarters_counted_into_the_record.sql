-- Quarters that are over and whose concerns were counted into the record: once each, whichever node comes first.
create table concern.quarter_counted (
    quarter    date        not null primary key check (quarter = date_trunc('quarter', quarter)::date),
    counted_at timestamptz not null,
    check (counted_at::date >= quarter + interval '3 months' - interval '1 day')
);

grant select, insert on concern.quarter_counted to ${app_role};
