-- The list of problems is read page by page in the order of the lines, however long it is.
create index import_problem_by_line on contract.import_problem (import_id, line, position);
