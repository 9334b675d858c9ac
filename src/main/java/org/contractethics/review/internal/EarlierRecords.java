package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What earlier triages found of the same agency. Of contracts under secrecy terms nothing is told here. */
@Component
public class EarlierRecords {

    /** From nothing found to the worst; what was not researched is none of them. */
    private static final List<String> RANKED = List.of("NONE", "ALLEGATIONS", "DOCUMENTED", "SYSTEMATIC");

    private final JdbcClient jdbc;

    EarlierRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param code as in {@link TriageAnswers#agencyRecord}
     * @param foundAt when a triage found it last
     */
    public record Found(String code, Instant foundAt) {

        /** Whether this answer calls the agency better than it was found; not researched is never better (H16). */
        boolean worseThan(@Nullable String answer) {
            return answer != null && RANKED.indexOf(answer) < RANKED.indexOf(code);
        }
    }

    /**
     * The worst that a triage found of an agency that awards or pays for the contract, however its name is written, and whether it awarded
     * or paid for the earlier one.
     */
    public Optional<Found> of(Contract contract) {
        Agency paying = contract.fundingAgency();
        return jdbc.sql(
                        """
                        with named as (
                            select array_agg(review.bare_name(name)) as names from unnest(cast(:names as text[])) name)
                        select code, found_at from (
                            select s.form -> 'answers' ->> 'agencyRecord' as code, max(s.completed_at) as found_at
                            from contract.contract c
                            join review.review r on r.contract_id = c.id
                            join review.stage_result s on s.review_id = r.id and s.stage = 'TRIAGE'
                            where array[review.bare_name(c.awarding_name), review.bare_name(c.funding_name)]
                                && (select names from named) and c.secrecy = 'NONE'
                            group by 1) found
                        where code is not null
                        order by array_position(cast(:ranked as text[]), code) desc limit 1
                        """)
                .param(
                        "names",
                        Rows.array(
                                paying == null
                                        ? List.of(contract.awardingAgency().name())
                                        : List.of(contract.awardingAgency().name(), paying.name())))
                .param("ranked", Rows.array(RANKED))
                .query((row, number) -> new Found(row.getString("code"), Rows.instant(row, "found_at")))
                .optional();
    }
}
