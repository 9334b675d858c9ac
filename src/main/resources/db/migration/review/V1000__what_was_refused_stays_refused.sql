-- Text however it is spaced and in whichever case it is written.
create function review.folded(said text) returns text language sql immutable as $$
    select regexp_replace(lower(normalize(said, NFKC)), '\s+', '', 'g')
$$;

-- Hash of what is stated to be left in a pass and of what it is said to rest on: measures, numbers and their reasons, beside the numbers
-- that were assessed. Order, case and spaces make no other text of it, nor does what else the mitigation says.
create function review.residual_stated(of_review uuid, of_pass int) returns text language sql stable as $$
    with form as (select m.form from review.mitigated_in(of_review, of_pass) m),
    residual as (select x from form, jsonb_array_elements(form -> 'residuals') x),
    said as (
        select jsonb_build_array('left', x -> 'right', x -> 'scale', x -> 'scope', x -> 'irremediability', x -> 'likelihood') as part
        from residual
        union all
        select jsonb_build_array('because', x -> 'right', w.key, review.folded(w.value ->> 'reason'))
        from residual, jsonb_each(coalesce(nullif(x -> 'lowered', 'null'), '{}')) w
        union all
        select jsonb_build_array('measure', x -> 'kind', review.folded(x ->> 'text'), review.folded(x ->> 'verification'),
                                 (select jsonb_agg(r order by r) from jsonb_array_elements(x -> 'rights') r))
        from form, jsonb_array_elements(form -> 'measures') x
        union all
        select jsonb_build_array('assessed', i.right_code, i.kind, i.scale, i.scope, i.irremediability, i.likelihood, i.severity)
        from review.assessed_in(of_review, of_pass) i)
    select encode(sha256(convert_to(string_agg(distinct part::text, ' '), 'UTF8')), 'hex') from said
    where exists (select 1 from form)
$$;

-- Null where the mitigation it was about is another one by now.
alter table review.residual_countersignature add column stated text check (stated ~ '^[0-9a-f]{64}$');
alter table review.residual_countersignature disable trigger user;
update review.residual_countersignature c set stated = review.residual_stated(c.review_id, c.pass)
where c.basis = review.residual_basis(c.review_id, c.pass);
alter table review.residual_countersignature enable trigger user;
create index residual_refusal on review.residual_countersignature (stated) where not agreed;

create function review.keep_what_was_stated() returns trigger language plpgsql as $$
begin
    new.stated := review.residual_stated(new.review_id, new.pass);
    return new;
end $$;
create trigger keeps_what_was_stated before insert on review.residual_countersignature
    for each row execute function review.keep_what_was_stated();

-- What counts in a pass; nothing of whoever has a conflict by now. A countersignature is of exactly this mitigation, given in the pass or
-- where it is carried over from. A refusal counts for the same text in every review of the contract until the text is another one; what
-- was decided before it stays.
create or replace function review.residual_standing(of_review uuid, of_pass int) returns setof review.residual_countersignature
    language sql stable as $$
    select c.* from review.residual_countersignature c
    join review.review given on given.id = c.review_id
    join review.review asked on asked.id = of_review and asked.contract_id = given.contract_id
    join review.mitigated_in(of_review, of_pass) m on true
    where ((c.review_id, c.pass) in ((of_review, of_pass), (m.from_review, m.from_pass))
               and c.basis = review.residual_basis(of_review, of_pass)
           or not c.agreed and c.stated = review.residual_stated(of_review, of_pass)
               and c.signed_at <= coalesce((select min(d.decided_at) from review.decision d
                                            where d.review_id = of_review and d.pass = of_pass), 'infinity'))
      and not review.has_conflict(of_review, c.person) and not review.has_conflict(c.review_id, c.person)
    order by c.agreed, c.signed_at limit 1
$$;

-- What counted when a decision was made: the decision rests on it, whatever is said or declared later.
alter table review.decision add column residual_standing uuid references review.residual_countersignature (id);
alter table review.decision disable trigger user;
update review.decision d set residual_standing = (
    select s.id from review.residual_standing(d.review_id, d.pass) s where s.signed_at <= d.decided_at);
alter table review.decision enable trigger user;

create function review.keep_what_counted() returns trigger language plpgsql as $$
begin
    new.residual_standing := (select s.id from review.residual_standing(new.review_id, new.pass) s);
    return new;
end $$;
create trigger keeps_what_counted before insert on review.decision
    for each row execute function review.keep_what_counted();
