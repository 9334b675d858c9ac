create table review.panel_meeting (
    id        uuid primary key,
    held_at   timestamptz not null,
    place     text        not null check (place <> ''),
    called_by text        not null,
    called_at timestamptz not null
);

create table review.panel_meeting_case (
    meeting_id uuid not null references review.panel_meeting (id),
    place      int  not null,
    review_id  uuid not null references review.review (id),
    pass       int  not null,
    primary key (meeting_id, review_id)
);
create index panel_meeting_of_review on review.panel_meeting_case (review_id);

-- Minutes as they were issued, byte for byte; a later issue gets the next number and changes nothing.
create table review.panel_minutes (
    meeting_id  uuid        not null references review.panel_meeting (id),
    number      int         not null check (number >= 1),
    attendance  jsonb       not null,
    word        bytea       not null,
    word_sha256 text        not null check (word_sha256 = encode(sha256(word), 'hex')),
    pdf         bytea       not null,
    pdf_sha256  text        not null check (pdf_sha256 = encode(sha256(pdf), 'hex')),
    issued_by   text        not null,
    issued_at   timestamptz not null,
    primary key (meeting_id, number)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['panel_meeting', 'panel_meeting_case', 'panel_minutes'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

grant select, insert on review.panel_meeting, review.panel_meeting_case, review.panel_minutes to ${app_role};
