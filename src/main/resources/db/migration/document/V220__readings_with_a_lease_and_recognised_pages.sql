-- Who is reading a file, how far that has come, and until when nobody else may begin. A row lives as long as the reading.
create table document.reading (
    version_id  uuid        not null primary key references document.document_version (id),
    reader      uuid        not null,
    attempts    int         not null check (attempts > 0),
    lease_until timestamptz not null,
    phase       text        not null check (phase in ('WAITING', 'OPENING', 'READING', 'RECOGNISING', 'STORING')),
    page        int         not null default 0 check (page >= 0),
    pages       int         not null default 0,
    check (pages >= page)
);
grant select, insert, update, delete on document.reading to ${app_role};

-- What is taken up after a crash is found among the few versions that are being read.
create index document_version_being_read on document.document_version (uploaded_at) where status = 'READING';

-- Pages whose text was recognised in a picture: their words may be wrong, and every clause on them says so.
create table document.recognised_page (
    version_id uuid not null references document.document_version (id),
    page       int  not null check (page > 0),
    confidence int  not null check (confidence between 0 and 100),
    primary key (version_id, page)
);
grant select, insert, delete on document.recognised_page to ${app_role};
