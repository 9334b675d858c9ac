-- What came of reading a file inside one that came with an incident, such as an attachment of a mail. Its bytes are not kept.
create table review.incident_inside (
    incident_id uuid   not null,
    number      int    not null,
    inside      int    not null check (inside between 1 and 500),
    -- its name and the names of the files around it, itself first, without the file of the incident
    place       text[] not null check (cardinality(place) between 1 and 4 and array_position(place, '') is null),
    ending      text   not null
        check (ending in (
            'READ', 'LOCKED', 'UNSUPPORTED', 'DAMAGED', 'NO_TEXT', 'LIMIT_HIT', 'READER_STOPPED', 'HOSTILE')),
    passages    int    not null check (passages >= 0),
    -- sentences about what it holds and was not read
    gaps        text[] not null default '{}',
    primary key (incident_id, number, inside),
    foreign key (incident_id, number) references review.incident_text (incident_id, number),
    check ((ending = 'READ') = (passages > 0))
);

create table review.incident_inside_passage (
    incident_id uuid not null,
    number      int  not null,
    inside      int  not null,
    ordinal     int  not null check (ordinal >= 0),
    part        text not null,
    printed     text not null,
    heading     text not null,
    text        text not null check (text <> ''),
    page        int  check (page > 0),
    primary key (incident_id, number, inside, ordinal),
    foreign key (incident_id, number, inside) references review.incident_inside (incident_id, number, inside)
);

-- Read once: neither is changed or taken away by the application.
grant select, insert on review.incident_inside, review.incident_inside_passage to ${app_role};

-- Files that were read without what lies inside are read once more: they wait again, like those left behind by a node that ended.
delete from review.incident_passage p using review.incident_text t
 where t.incident_id = p.incident_id and t.number = p.number
   and 'Search does not find what stands in files inside this one.' = any (t.gaps);
delete from review.incident_text where 'Search does not find what stands in files inside this one.' = any (gaps);
