package org.contractethics.review.internal.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.paper.Paper;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.returning.SameDeal;
import org.springframework.stereotype.Component;

/** Why a decision was taken in its tier: the rules that matched, as they were kept with it, in the words of the version they are of. */
@Component
class TierOnPaper {

    private final Policy policy;

    TierOnPaper(Policy policy) {
        this.policy = policy;
    }

    void on(Paper.Builder paper, Decision decision) {
        paper.heading(2, "Why tier " + decision.tier());
        TriageConfirmation triage = decision.tables().triage();
        if (triage == null) {
            paper.text("No triage was kept with this decision.");
            return;
        }
        Triage table = triage.table();
        paper.table(
                List.of("Table", "Result", "Rules that matched"),
                List.of(
                        line("Capabilities", table.capabilityRisk() + " of 4", triage, "capability-risk", ""),
                        line("Agency", table.agencyScore() + " of 3", triage, "agency-risk", ""),
                        line("Context", table.contextScore() + " of 4", triage, "context-risk", table.contextReason()),
                        line("Tier", table.tier().name(), triage, "triage-tier", table.why())),
                "No rule matched.");
        besides(triage).forEach(paper::text);
    }

    private List<String> line(String title, String result, TriageConfirmation triage, String table, String kept) {
        List<String> fired = triage.table().matched().getOrDefault(table, List.of());
        String words = fired.stream().map(rule -> rule(triage, table, rule)).collect(Collectors.joining("\n"));
        return List.of(title, result, words.isEmpty() ? (kept.isEmpty() ? "No rule was kept." : kept) : words);
    }

    private String rule(TriageConfirmation triage, String table, String rule) {
        PolicyVersion version = triage.policy();
        return version == null
                ? rule
                : policy.under(version.number())
                        .reason(table, rule)
                        .map(words -> rule + ": " + words)
                        .orElse(rule);
    }

    /** What people added to the tables. */
    private static List<String> besides(TriageConfirmation triage) {
        List<String> lines = new ArrayList<>();
        if (!triage.raiseReason().isBlank()) {
            lines.add("Raised to " + triage.tier() + " by people, because: " + triage.raiseReason());
        }
        List<String> flags = triage.untoldRedFlags();
        if (flags != null && !flags.isEmpty()) {
            lines.add("Red flags of the documents that the facts did not tell: " + String.join(" ", flags));
        }
        SameDeal said = triage.sameDeal();
        String refused = said == null ? null : said.words();
        if (refused != null) {
            lines.add("Refused before: " + refused);
        }
        return lines;
    }
}
