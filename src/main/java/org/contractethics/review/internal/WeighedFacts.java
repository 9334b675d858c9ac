package org.contractethics.review.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts of the contract that each pass of a review weighs; the database says which of them differ from the present ones. */
@Repository
public class WeighedFacts {

    /** Stands for all facts where none were kept: what cannot be compared counts as changed (H16). */
    private static final String NOT_KEPT = "notKept";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("awardingAgency", "awarding agency"),
            Map.entry("fundingAgency", "funding agency"),
            Map.entry("supplier", "supplier"),
            Map.entry("resellers", "resellers"),
            Map.entry("endUsers", "end users"),
            Map.entry("capabilities", "capabilities"),
            Map.entry("dataKinds", "kinds of data"),
            Map.entry("countries", "countries"),
            Map.entry("value", "volume"),
            Map.entry("period", "period"),
            Map.entry("secrecy", "secrecy terms"),
            Map.entry("documents", "documents"),
            Map.entry(NOT_KEPT, "facts of which no copy was kept"));

    private final JdbcClient jdbc;

    WeighedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the facts as they are now; the contract is held, so they cannot change in between. */
    void keep(ReviewCase review) {
        jdbc.sql(
                        """
                        insert into review.weighed_facts (review_id, pass, contract_version, facts)
                        select :review, :pass, c.version, review.material_facts(c)
                        from contract.contract c where c.id = :contract
                        """)
                .param("review", review.id().value())
                .param("pass", review.pass())
                .param("contract", review.contract().value())
                .update();
    }

    /** Codes of the capabilities that this pass weighs; those of the contract where none were kept. */
    List<String> capabilities(ReviewCase review) {
        return jdbc.sql(
                        """
                        select jsonb_array_elements_text(coalesce(
                            (select w.facts -> 'capabilities' from review.weighed_facts w
                             where w.review_id = :review and w.pass = :pass),
                            to_jsonb(c.capabilities)))
                        from contract.contract c where c.id = :contract
                        """)
                .param("review", review.id().value())
                .param("pass", review.pass())
                .param("contract", review.contract().value())
                .query(String.class)
                .list();
    }

    /** Names of the facts that changed since the pass weighed them; empty where all stand as they were. */
    public List<String> changed(ReviewId review, int pass) {
        String changed = jdbc.sql(
                        """
                        select array_to_string(coalesce(
                            (select review.changed_facts(w.facts, review.material_facts(c))
                             from review.weighed_facts w where w.review_id = r.id and w.pass = :pass),
                            array[:none]), ',')
                        from review.review r join contract.contract c on c.id = r.contract_id where r.id = :review
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .param("none", NOT_KEPT)
                .query(String.class)
                .single();
        return changed.isEmpty() ? List.of() : List.copyOf(Arrays.asList(changed.split(",")));
    }

    /** For example "end users, volume". */
    public static String words(List<String> facts) {
        return facts.stream().map(fact -> WORDS.getOrDefault(fact, fact)).collect(Collectors.joining(", "));
    }
}
