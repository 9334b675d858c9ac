create schema contract;
grant usage on schema contract to ${app_role};

-- The number people use (C-000123). Numbers are never reused; a rolled back registration leaves a gap.
create sequence contract.contract_number;
grant usage on sequence contract.contract_number to ${app_role};

create table contract.contract (
    id               uuid primary key,
    number           bigint      not null default nextval('contract.contract_number') unique,
    version          int         not null default 0 check (version >= 0),
    title            text        not null check (length(title) between 1 and 300 and title !~ '[[:cntrl:]]'),
    description      text        not null check (length(description) <= 10000),

    awarding_name    text        not null check (length(awarding_name) between 1 and 200 and awarding_name !~ '[[:cntrl:]]'),
    awarding_parent  text        check (length(awarding_parent) between 1 and 200),
    awarding_type    text        not null check (awarding_type ~ '^[A-Z_]{3,40}$'),
    awarding_country text        not null check (awarding_country ~ '^[A-Z]{2}$'),
    funding_name     text        check (length(funding_name) between 1 and 200),
    funding_parent   text        check (length(funding_parent) between 1 and 200),
    funding_type     text        check (funding_type ~ '^[A-Z_]{3,40}$'),
    funding_country  text        check (funding_country ~ '^[A-Z]{2}$'),
    check (num_nulls(funding_name, funding_type, funding_country) in (0, 3)),

    supplier         text        not null check (length(supplier) between 1 and 300 and supplier !~ '[[:cntrl:]]'),
    supplier_parent  text        check (length(supplier_parent) between 1 and 300),
    resellers        text[]      not null check (cardinality(resellers) <= 20),
    end_users        text[]      not null check (cardinality(end_users) <= 50),
    capabilities     text[]      not null check (cardinality(capabilities) <= 60 and capabilities::text ~ '^[{][A-Z0-9_,]*[}]$'),
    data_kinds       text[]      not null check (cardinality(data_kinds) <= 60 and data_kinds::text ~ '^[{][A-Z0-9_,]*[}]$'),
    countries        text[]      not null check (cardinality(countries) <= 250 and countries::text ~ '^[{]([A-Z]{2},?)*[}]$'),
    -- a null among the names counts as a control character
    check (array_to_string(resellers || end_users, '', E'\x01') !~ '[[:cntrl:]]'),
    check (length(array_to_string(resellers || end_users, '')) <= 14000),

    -- money in minor units of the currency; whole units stand beside it so that currencies with and without cents sort together
    obligated_minor  bigint      check (abs(obligated_minor) <= 1000000000000000),
    ceiling_minor    bigint      check (abs(ceiling_minor) <= 1000000000000000),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    obligated_units  bigint,
    check ((obligated_minor is null) = (obligated_units is null)),
    -- only award records may net out below zero (deobligations); nobody types a negative amount
    check (source not in ('FORM', 'API') or (coalesce(obligated_minor, 0) >= 0 and coalesce(ceiling_minor, 0) >= 0)),
    period_start     date        check (period_start between date '1900-01-01' and date '2200-12-31'),
    period_end       date        check (period_end between date '1900-01-01' and date '2200-12-31'),
    award_year       int         check (award_year between 1900 and 2200),

    secrecy          text        not null check (secrecy in ('NONE', 'CONFIDENTIAL_TERMS', 'EXISTENCE_SECRET', 'CLASSIFIED')),
    piid             text        check (length(piid) between 1 and 60 and piid !~ '[[:cntrl:]]'),
    parent_piid      text        check (length(parent_piid) between 1 and 60 and parent_piid !~ '[[:cntrl:]]'),
    ocid             text        check (length(ocid) between 1 and 120 and ocid !~ '[[:cntrl:]]'),
    source           text        not null check (source in ('FORM', 'API', 'USASPENDING', 'OCDS', 'TEMPLATE')),
    source_as_of     timestamptz,
    imported_by      text        check (length(imported_by) between 1 and 100),
    submitter        text        check (length(submitter) between 1 and 100),

    state            text        not null check (state in ('REGISTERED', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED', 'STOPPED', 'SIGNED')),
    tier             text        check (tier in ('T1', 'T2', 'T3', 'T4')),
    outcome          text        check (outcome ~ '^[A-Z_]{2,40}$'),

    registered_at    timestamptz not null,
    changed_at       timestamptz not null,
    changed_by       text        not null check (length(changed_by) between 1 and 100),

    country_keys     text[]      not null generated always as (array_append(countries, awarding_country)) stored,
    words            tsvector    not null
);

-- one contract however often its award record arrives
create unique index contract_by_piid on contract.contract (awarding_name, piid, (coalesce(parent_piid, ''))) where piid is not null;
create unique index contract_by_ocid on contract.contract (ocid) where ocid is not null;

-- the register: each filter hands out its newest rows first, each sort order has its own index
create index contract_by_agency    on contract.contract (awarding_name, number desc);
create index contract_by_type      on contract.contract (awarding_type, number desc);
create index contract_by_state     on contract.contract (state, number desc);
create index contract_by_tier      on contract.contract (tier, number desc) where tier is not null;
create index contract_by_year      on contract.contract (award_year, number desc);
create index contract_by_submitter on contract.contract (submitter, number desc) where submitter is not null;
create index contract_by_title     on contract.contract (lower(title), number desc);
create index contract_by_value     on contract.contract (obligated_units desc nulls last, number desc);
create index contract_by_country   on contract.contract using gin (country_keys);
create index contract_by_words     on contract.contract using gin (words);

-- What a published award record says was done: the award, its modifications, or the contracts signed under it.
create table contract.award_transaction (
    contract_id   uuid   not null references contract.contract (id),
    kind          text   not null check (kind in ('ACTION', 'AWARD', 'CONTRACT')),
    key           text   not null check (length(key) between 1 and 120),
    -- an OCDS contract names the award it belongs to, so that the award's amount is not counted twice
    award_key     text   check (length(award_key) between 1 and 120),
    acted_on      date,
    amount_minor  bigint check (abs(amount_minor) <= 1000000000000000),
    ceiling_minor bigint check (abs(ceiling_minor) <= 1000000000000000),
    currency      text   not null check (currency ~ '^[A-Z]{3}$'),
    period_start  date,
    period_end    date,
    supplier      text   check (length(supplier) between 1 and 300),
    description   text   not null check (length(description) <= 4000),
    product       text   check (length(product) between 1 and 300),
    industry      text   check (length(industry) between 1 and 300),
    action        text   check (length(action) between 1 and 200),
    active        boolean not null default true,
    primary key (contract_id, kind, key)
);

-- The application deletes no contract and renumbers none.
grant select, insert on contract.contract to ${app_role};
grant update (version, title, description, awarding_name, awarding_parent, awarding_type, awarding_country,
              funding_name, funding_parent, funding_type, funding_country, supplier, supplier_parent, resellers, end_users,
              capabilities, data_kinds, countries, obligated_minor, ceiling_minor, currency, obligated_units,
              period_start, period_end, award_year, secrecy, piid, parent_piid, ocid, source_as_of, submitter,
              state, tier, outcome, changed_at, changed_by, words) on contract.contract to ${app_role};
grant select, insert, update on contract.award_transaction to ${app_role};
