-- Leases of documents and of evidence are claimed by the same statement, which knows the lease alone.
alter table document.reading alter column phase set default 'WAITING';
