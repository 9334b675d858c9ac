-- What came of reading a file that came with an incident. It is found by search and belongs to no set of documents.
create table review.incident_text (
    incident_id uuid        not null,
    number      int         not null,
    ending      text        not null
        check (ending in (
            'READ', 'LOCKED', 'UNSUPPORTED', 'DAMAGED', 'NO_TEXT', 'LIMIT_HIT', 'READER_STOPPED', 'HOSTILE')),
    passages    int         not null check (passages >= 0),
    -- sentences about what the file holds and was not read
    gaps        text[]      not null default '{}',
    read_at     timestamptz not null,
    primary key (incident_id, number),
    foreign key (incident_id, number) references review.incident_file (incident_id, number),
    check ((ending = 'READ') = (passages > 0))
);

create table review.incident_passage (
    incident_id uuid not null,
    number      int  not null,
    ordinal     int  not null check (ordinal >= 0),
    part        text not null,
    printed     text not null,
    heading     text not null,
    text        text not null check (text <> ''),
    page        int  check (page > 0),
    primary key (incident_id, number, ordinal),
    foreign key (incident_id, number) references review.incident_text (incident_id, number)
);

-- Who is reading a file, how often that was begun, and until when nobody else may begin. A row lives as long as the reading.
create table review.incident_reading (
    incident_id uuid        not null,
    number      int         not null,
    reader      uuid        not null,
    attempts    int         not null check (attempts > 0),
    lease_until timestamptz not null,
    primary key (incident_id, number),
    foreign key (incident_id, number) references review.incident_file (incident_id, number)
);
grant select, insert, update, delete on review.incident_reading to ${app_role};

-- Read once: neither is changed or taken away by the application.
grant select, insert on review.incident_text, review.incident_passage to ${app_role};
