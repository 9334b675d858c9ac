-- Who may not read the facts of a contract finds it by the words of its line alone: title, supplier, agency and the agency it belongs to;
-- and by the numbers of a published award.
alter table contract.contract add column shown_words tsvector not null default ''::tsvector;

-- The words as they are stored already, as far as these hold them; "x-ray" is stored as "xray" as well.
update contract.contract c set shown_words = array_to_tsvector(array(
    select w.lexeme from unnest(c.words) as w
     where strpos(shown.text, w.lexeme) > 0 or strpos(replace(shown.text, '-', ''), w.lexeme) > 0))
  from (select s.id, lower(regexp_replace(normalize(concat_ws(' ', s.title, s.supplier, s.awarding_name, s.awarding_parent,
                                                          case when s.source in ('USASPENDING', 'OCDS')
                                                               then concat_ws(' ', s.piid, s.parent_piid, s.ocid) end), nfkd),
                                          '[\u0300-\u036f]', '', 'g')) as text
          from contract.contract s) as shown
 where shown.id = c.id;

create index contract_by_shown_words on contract.contract using gin (shown_words);

grant update (shown_words) on contract.contract to ${app_role};
