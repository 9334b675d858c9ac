package org.contractethics.contract.internal;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.FindingAwards;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds contracts in the register's own tables, so that an import is found as soon as it is committed. What the viewer may not know
 * is left out by the same conditions as in the register.
 */
@Service
class AwardsByNeeds implements FindingAwards {

    private static final String VISIBLE =
            """
             and (c.secrecy = 'NONE' or c.submitter = :viewer) and (c.submitter = :viewer or not exists (
                select 1 from contract.redaction r where r.contract_id = c.id and %s
                and r.fields && array['TITLE', 'AGENCY', 'SUPPLIER']))"""
                    .formatted(Redactions.IN_FORCE);

    /** The words of a contract hold no order, so a phrase is looked for once more in the texts they come from. */
    private static final String FIND =
            """
            with wanted as (
                select need, phraseto_tsquery('simple', wording) as phrase, wording
                from unnest(cast(:needs as int[]), cast(:wordings as text[])) as w(need, wording)),
            having_it as (
                select w.need, c.id from wanted w join contract.contract c
                on c.words @@ plainto_tsquery('simple', w.wording)
                and to_tsvector('simple', concat_ws(' ', c.title, c.description, c.supplier, c.supplier_parent, c.awarding_name,
                    c.awarding_parent, c.funding_name, c.piid, c.parent_piid, array_to_string(c.resellers, ' . '))) @@ w.phrase
                union
                select w.need, t.contract_id from wanted w join contract.award_transaction t
                on to_tsvector('simple', coalesce(t.supplier, '') || ' . ' || t.description) @@ w.phrase),
            visible as (
                select h.need, h.id, c.number from having_it h join contract.contract c on c.id = h.id where true %s),
            weights as (
                select need, ln(1 + 100000.0 / count(*)) as weight from visible group by need),
            scored as (
                select v.id, v.number, sum(w.weight) as score from visible v join weights w using (need) group by v.id, v.number)
            select id, count(*) over () as total from scored order by score desc, number desc limit :most""";

    private final JdbcClient jdbc;
    private final ContractRegister register;
    private final RegisterLines lines;

    AwardsByNeeds(JdbcClient jdbc, ContractRegister register, RegisterLines lines) {
        this.jdbc = jdbc;
        this.register = register;
        this.lines = lines;
    }

    private record Found(ContractId id, int total) {}

    @Override
    public Awards find(List<Need> needs, Actor viewer, int most) {
        if (!Visibility.maySeeRegister(viewer) || needs.isEmpty()) {
            return new Awards(0, List.of());
        }
        List<Found> found = ask(needs, viewer, most);
        Map<ContractId, Contract> contracts =
                register.findAll(found.stream().map(Found::id).toList());
        List<Contract> inOrder =
                found.stream().map(Found::id).map(contracts::get).toList();
        List<Award> first = lines.of(inOrder, viewer).stream()
                .map(line -> new Award(line.id(), line.reference(), line.name(), line.agencyShown(), line.supplier()))
                .toList();
        return new Awards(found.isEmpty() ? 0 : found.get(0).total(), first);
    }

    private List<Found> ask(List<Need> needs, Actor viewer, int most) {
        var numbers = new ArrayList<Integer>();
        var wordings = new ArrayList<String>();
        for (int need = 0; need < needs.size(); need++) {
            for (String wording : needs.get(need).wordings()) {
                numbers.add(need);
                wordings.add(Words.of(Stream.of(wording)));
            }
        }
        return jdbc.sql(FIND.formatted(Visibility.mayReadAllFacts(viewer) ? "" : VISIBLE))
                .param("needs", numbers.toArray(Integer[]::new))
                .param("wordings", wordings.toArray(String[]::new))
                .param("today", Date.valueOf(lines.today()))
                .param("viewer", viewer.has(Role.SUBMITTER) ? viewer.username() : "")
                .param("most", most)
                .query((row, n) -> new Found(new ContractId(row.getObject("id", UUID.class)), row.getInt("total")))
                .list();
    }
}
