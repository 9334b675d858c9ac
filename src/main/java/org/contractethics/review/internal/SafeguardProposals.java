package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.ContractFindings;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.finding.Findings.Presence;
import org.contractethics.finding.Findings.SafeguardResult;
import org.contractethics.policy.Safeguards.Safeguard;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the findings say of each safeguard of table 2.8, by the checks that the catalogue names for it, such as "G04, and no K05". It
 * proposes; a person answers.
 */
@Component
public class SafeguardProposals {

    private static final Pattern CHECK = Pattern.compile("[GK]\\d{2}");
    private static final String UNCONFIRMED =
            "A clause that seems to forbid a use waits to be confirmed on the page of the findings.";

    private final Findings findings;

    SafeguardProposals(Findings findings) {
        this.findings = findings;
    }

    /**
     * @param state what is proposed; null where nothing can be
     * @param speaking findings that speak for the safeguard, the confirmed ones first
     * @param opposing findings that speak against it
     * @param notRead why absence cannot be claimed
     */
    public record Proposal(
            @Nullable SafeguardState state, List<Finding> speaking, List<Finding> opposing, List<String> notRead) {

        public Proposal {
            speaking = List.copyOf(speaking);
            opposing = List.copyOf(opposing);
            notRead = List.copyOf(notRead);
        }

        /** Ids of the confirmed findings that an answer cites. */
        public List<String> confirmed() {
            return speaking.stream()
                    .filter(Finding::confirmed)
                    .map(finding -> finding.id().toString())
                    .toList();
        }
    }

    /** By code of the safeguard. */
    public Map<String, Proposal> of(ReviewCase review, List<Safeguard> safeguards) {
        ContractFindings found = findings.of(review.contract());
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        safeguards.forEach(safeguard -> proposals.put(safeguard.code(), proposal(found, safeguard.clauses())));
        return proposals;
    }

    private static Proposal proposal(ContractFindings found, String clauses) {
        List<Finding> speaking = new ArrayList<>();
        List<Finding> opposing = new ArrayList<>();
        List<String> unknown = new ArrayList<>(found.notRead());
        boolean needed = false;
        boolean present = true;
        Matcher check = CHECK.matcher(clauses);
        while (check.find()) {
            String id = check.group();
            if (id.startsWith("K")) {
                opposing.addAll(found.redFlag(id));
            } else {
                needed = true;
                Optional<SafeguardResult> result = found.safeguard(id);
                present &= result.map(SafeguardResult::found).orElse(false);
                result.stream()
                        .flatMap(one -> one.findings().stream())
                        .filter(Finding::counts)
                        .forEach(speaking::add);
                result.filter(one -> one.presence() == Presence.PROPOSED && !unknown.contains(UNCONFIRMED))
                        .ifPresent(one -> unknown.add(UNCONFIRMED));
            }
        }
        boolean scanned = found.querySet() > 0;
        boolean holds = opposing.isEmpty()
                && (needed ? present : scanned && found.notRead().isEmpty());
        SafeguardState absent = unknown.isEmpty() || !opposing.isEmpty() ? SafeguardState.ABSENT : null;
        return new Proposal(holds ? SafeguardState.PRESENT : absent, speaking, opposing, unknown);
    }
}
