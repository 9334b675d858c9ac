-- Where a clause stands in the tree of its document. Texts read before have their nearest heading for a path.
alter table document.clause
    add column heading_path   text[] not null default '{}',
    add column parent_ordinal int check (parent_ordinal >= 0);

update document.clause set heading_path = array[heading] where heading <> '';

alter table document.clause
    add constraint clause_parent_comes_before check (parent_ordinal < ordinal);
