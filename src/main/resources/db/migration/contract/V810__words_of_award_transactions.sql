-- Dots, slashes and dashes part words: the parser would take NAME.COM or A/B for one.
-- An award is found by what any of its records says, not only by the words its contract was registered with.
create index award_transaction_by_words on contract.award_transaction
    using gin (to_tsvector('simple', translate(coalesce(supplier, '') || ' | ' || description, './_-', '    ')));
