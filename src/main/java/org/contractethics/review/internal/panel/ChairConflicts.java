package org.contractethics.review.internal.panel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.panel.PanelSeats.Panel;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a conflict with a contract whatever the review, and which panel was its last: as the triggers judge it, too. */
@Repository
public class ChairConflicts {

    private static final Map<String, String> SENTENCES = Map.of(
            "PAID",
            "Submitted this contract or is paid by it (H1).",
            "RECUSED",
            "Declared a conflict of interest (H2).");

    private final JdbcClient jdbc;

    ChairConflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these people who have one, with a sentence about each. */
    Map<String, String> of(ContractId contract, Collection<String> people) {
        return jdbc
                .sql(
                        """
                        select person, conflict from unnest(:people) as asked (person),
                            lateral (select review.conflict_about(:contract, asked.person) as conflict) found
                        where conflict is not null
                        """)
                .param("people", people.toArray(String[]::new))
                .param("contract", contract.value())
                .query((row, number) -> Map.entry(row.getString("person"), sentence(row.getString("conflict"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String sentence(String conflict) {
        return SENTENCES.getOrDefault(conflict, "Has a conflict of interest.");
    }

    /** Whom the lot made acting chair of the contract's last panel, while they sit there, have no conflict and are not away. */
    Optional<String> actingChair(ContractId contract, LocalDate today) {
        return jdbc.sql(
                        """
                        select person from (select review.acting_chair_of(:contract) as person) acting
                        where person is not null and not exists (
                            select 1 from review.absence a where a.person = acting.person and a.withdrawn_at is null
                              and a.from_day <= :today and a.until_day >= :today)
                        """)
                .param("contract", contract.value())
                .param("today", today)
                .query(String.class)
                .optional();
    }

    /** Whether an acting chair has something to do outside a vote. */
    boolean chairNeeded(ContractId contract) {
        return jdbc.sql("select review.chair_needed(:contract)")
                .param("contract", contract.value())
                .query(Boolean.class)
                .single();
    }

    /** The last panels of contracts that need a chair outside a vote, and with which each of these people has a conflict. */
    List<Panel> needingChair(Collection<String> chairs) {
        return jdbc.sql(
                        """
                        select p.review_id, p.pass from (
                            select contract_id from review.suspension_review where closed_at is null
                            union select m.contract_id from review.concern_measure m where m.measure = 'HEARING'
                              and not exists (select 1 from review.concern_measure_end e where e.concern_id = m.concern_id
                                              and e.measure = m.measure and e.contract_id = m.contract_id)) needing,
                            lateral review.last_panel(needing.contract_id) p
                        where not exists (select 1 from unnest(:chairs) as chair (person)
                                          where review.conflict_about(needing.contract_id, chair.person) is null)
                          and not exists (select 1 from review.vote_round r where r.review_id = p.review_id
                                          and r.pass = p.pass and r.panel and r.closed_at is null)
                        order by p.review_id
                        """)
                .param("chairs", chairs.toArray(String[]::new))
                .query((row, number) ->
                        new Panel(new ReviewId(row.getObject("review_id", UUID.class)), row.getInt("pass")))
                .list();
    }
}
