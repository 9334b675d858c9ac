-- What the reviewer holding the task has written so far; replaced by the assessment when it is sent.
create table review.assessment_draft (
    review_id  uuid        not null references review.review (id),
    pass       int         not null,
    part       text        not null,
    content    jsonb       not null,
    updated_by text        not null,
    updated_at timestamptz not null,
    primary key (review_id, pass, part)
);

create table review.assessment (
    id           uuid primary key,
    review_id    uuid        not null references review.review (id),
    pass         int         not null,
    assessed_by  text        not null,
    assessed_at  timestamptz not null,
    consultation text        not null,
    proxy_reason text        not null,
    unique (review_id, pass)
);

-- Every right of the catalogue stands here, touched or not: leaving one out is not an assessment.
create table review.assessed_impact (
    assessment_id          uuid    not null references review.assessment (id),
    right_code             text    not null,
    touched                boolean not null,
    kind                   text check (kind in ('ACTUAL', 'POTENTIAL')),
    affected               text    not null default '',
    vulnerable_groups      text    not null default '',
    scale                  int check (scale between 1 and 4),
    scale_reason           text    not null default '',
    scope                  int check (scope between 1 and 4),
    scope_reason           text    not null default '',
    irremediability        int check (irremediability between 1 and 4),
    irremediability_reason text    not null default '',
    likelihood             text check (likelihood in ('RARE', 'POSSIBLE', 'LIKELY', 'OCCURRING')),
    involvement            text check (involvement in ('CAUSE', 'CONTRIBUTE', 'LINKED')),
    leverage               text check (leverage in ('HIGH', 'SOME', 'NONE')),
    mitigation             text    not null default '',
    severity               text check (severity in ('INCOMPLETE', 'LOW', 'MODERATE', 'SERIOUS', 'SEVERE', 'CRITICAL')),
    clauses                jsonb   not null default '[]',
    primary key (assessment_id, right_code),
    -- an impact that is happening is occurring, and each number has its reason
    check (not touched or (kind is not null and affected <> '' and severity is not null)),
    check (touched or num_nonnulls(kind, scale, scope, irremediability, likelihood, involvement, leverage, severity) = 0),
    check (scale is null or scale_reason <> ''),
    check (scope is null or scope_reason <> ''),
    check (irremediability is null or irremediability_reason <> ''),
    check (severity is null or (severity = 'INCOMPLETE') = (num_nulls(scale, scope, irremediability) > 0))
);

grant select, insert, update, delete on review.assessment_draft to ${app_role};
grant select, insert on review.assessment, review.assessed_impact to ${app_role};
