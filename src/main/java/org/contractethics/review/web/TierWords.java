package org.contractethics.review.web;

import java.util.List;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.returning.SameDeal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a review has its tier: the rules that applied, in the words of the version they are of. */
@Component
class TierWords {

    private final Policy policy;

    TierWords(Policy policy) {
        this.policy = policy;
    }

    /** Every table with its rule, for who may read the facts. */
    void explain(Statement.Builder statement, TriageConfirmation triage) {
        Triage table = triage.table();
        PolicyVersion version = triage.policy();
        SameDeal said = triage.sameDeal();
        statement
                .line("Tier", triage.tier())
                .line("Tier of the table", table.tier() + ": " + table.why(), rule(triage, "triage-tier"))
                .line("Raised because", triage.raiseReason())
                .line("Information gap", gap(triage))
                .line("Record better than found before", triage.answers().recordReason())
                .lines("Red flags that the facts do not tell", untold(triage))
                .line("Refused before", said == null ? null : said.words())
                .line(
                        "Capability risk",
                        scored(table.capabilityRisk(), 4, triage, "capability-risk"),
                        rule(triage, "capability-risk"))
                .line("Agency risk", scored(table.agencyScore(), 3, triage, "agency-risk"), rule(triage, "agency-risk"))
                .line(
                        "Context risk",
                        table.contextScore() + " of 4: " + table.contextReason(),
                        rule(triage, "context-risk"));
        if (version != null) {
            statement.line("Policy version", version.number(), "/rules/versions/" + version.number());
        }
    }

    /** A gap that was found before counts although it was denied (H16); the triage would not be understood without that. */
    private static @Nullable String gap(TriageConfirmation triage) {
        TriageFacts facts = triage.facts();
        boolean denied = facts != null
                && Boolean.TRUE.equals(facts.informationGap())
                && !Boolean.TRUE.equals(triage.answers().informationGap());
        return denied
                ? "Counted although the triage denied it: intake, document check, red flags of the documents or comparison with refused deals show one"
                : null;
    }

    private static List<String> untold(TriageConfirmation triage) {
        List<String> sentences = triage.untoldRedFlags();
        return sentences == null ? List.of() : sentences;
    }

    /** The tier and its rule, for all staff. */
    Statement inShort(TriageConfirmation triage) {
        PolicyVersion version = triage.policy();
        Statement.Builder statement = Statement.titled("Tier " + triage.tier());
        statement.line("Why this tier", triage.table().why(), rule(triage, "triage-tier"));
        if (triage.tier() != triage.table().tier()) {
            statement.line("Tier of the table", triage.table().tier() + "; the triage officer raised it");
        }
        if (version != null) {
            statement.line("Policy version", version.number(), "/rules/versions/" + version.number());
        }
        return statement.build();
    }

    /** The highest score comes first; its rule says why. */
    private String scored(int score, int highest, TriageConfirmation triage, String table) {
        PolicyVersion version = triage.policy();
        String reason = version == null
                ? ""
                : fired(triage, table).stream()
                        .findFirst()
                        .flatMap(rule -> policy.under(version.number()).reason(table, rule))
                        .map(words -> ": " + words)
                        .orElse("");
        return score + " of " + highest + reason;
    }

    /** The row of the table that fired, in the version it is of. */
    private static String rule(TriageConfirmation triage, String table) {
        PolicyVersion version = triage.policy();
        List<String> rules = fired(triage, table);
        String page = version == null ? "/rules/" + table : "/rules/versions/" + version.number() + "/tables/" + table;
        return page + (rules.isEmpty() ? "" : "#" + rules.get(0));
    }

    private static List<String> fired(TriageConfirmation triage, String table) {
        return triage.table().matched().getOrDefault(table, List.of());
    }
}
