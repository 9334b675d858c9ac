package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.screening.SinceTriage;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written since the triage in effect, with what came of it: whoever votes sees also what changed no tier. */
@Repository
class MarksSinceTriage implements SinceTriage {

    private final JdbcClient jdbc;

    MarksSinceTriage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Mark(UUID record, String words) {}

    @Override
    public Map<UUID, String> of(ContractId contract) {
        return jdbc
                .sql(
                        """
                        select w.record_id, w.weighed_at, w.tier_before, w.tier, t.completed_at
                        from review.record_weighing w
                        cross join lateral (
                            select s.review_id, s.pass, s.completed_at
                            from review.stage_result s join review.review r on r.id = s.review_id
                            where r.contract_id = w.contract_id and s.stage = 'TRIAGE'
                            order by s.completed_at desc limit 1) t
                        where w.contract_id = :contract and t.review_id = w.since_review and t.pass = w.since_pass
                        """)
                .param("contract", contract.value())
                .query((row, number) -> new Mark(row.getObject("record_id", UUID.class), words(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Mark::record, Mark::words));
    }

    private static String words(ResultSet row) throws SQLException {
        LocalDate triaged = LocalDate.ofInstant(Rows.instant(row, "completed_at"), ZoneOffset.UTC);
        return "Recorded since the triage on " + Times.words(triaged) + ". " + came(row);
    }

    private static String came(ResultSet row) throws SQLException {
        String before = row.getString("tier_before");
        String tier = row.getString("tier");
        if (Rows.instantOrNull(row, "weighed_at") == null) {
            return "The tier is being looked at again with it; until then nothing is approved or signed.";
        }
        if (tier == null) {
            return "What the triage took is not known, so the tier was not looked at again.";
        }
        return tier.equals(before)
                ? "The tier was looked at again with it and stayed " + tier + "."
                : "With it the tables give " + tier + ", a higher tier than " + before + ".";
    }
}
