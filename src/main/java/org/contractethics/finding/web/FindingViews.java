package org.contractethics.finding.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.Findings.CheckInfo;
import org.contractethics.finding.Findings.ContractFindings;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.finding.Findings.SafeguardResult;
import org.contractethics.finding.internal.JudgingFindings;
import org.contractethics.finding.internal.QuerySets;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Puts findings into the order in which people read them: by check, and each check with its reason and rights. */
@Component
class FindingViews {

    private final PeopleDirectory people;
    private final Policy policy;
    private final QuerySets querySets;
    private final JudgingFindings judging;

    FindingViews(PeopleDirectory people, Policy policy, QuerySets querySets, JudgingFindings judging) {
        this.people = people;
        this.policy = policy;
        this.querySets = querySets;
        this.judging = judging;
    }

    /**
     * The findings of one check.
     *
     * @param rights names of the rights that are at stake
     * @param presence of a safeguard, in words; empty of a red flag or term
     */
    public record Group(CheckInfo check, String rights, String presence, List<FindingRow> rows) {

        public Group {
            rows = List.copyOf(rows);
        }

        /** Findings that nobody rejected and no sentence denies. */
        public long counting() {
            return rows.stream().filter(row -> row.finding().counts()).count();
        }

        /** Why no place counts, in words; empty where one does. */
        public String state() {
            if (rows.isEmpty() || counting() > 0) {
                return "";
            }
            if (rows.stream().anyMatch(row -> row.finding().proposed())) {
                return "To be confirmed";
            }
            long rejected =
                    rows.stream().filter(row -> row.finding().rejected()).count();
            if (rejected == rows.size()) {
                return "Rejected";
            }
            return rejected == 0 ? "Denied by its sentence" : "Rejected or denied by its sentence";
        }

        public String colour() {
            return presence.equals("Found") ? "tag-green" : presence.equals("Missing") ? "tag-bad" : "tag-warn";
        }
    }

    /**
     * @param notRead why nothing is claimed to be missing; empty where all was read
     * @param fresh how many findings the changed query set added
     * @param checks id to name of all checks, for a correction
     */
    public record View(
            String contract,
            int querySet,
            List<Group> redFlags,
            List<Group> safeguards,
            List<Group> terms,
            List<FindingRow> gone,
            List<String> notRead,
            long fresh,
            boolean mayJudge,
            Map<String, String> checks) {

        public List<Group> found() {
            return safeguards.stream()
                    .filter(one -> one.presence().equals("Found"))
                    .toList();
        }

        /** How many red flags have a place that counts. */
        public long raised() {
            return redFlags.stream().filter(one -> one.counting() > 0).count();
        }

        /** Those of which nothing but words that seem to forbid a use was found. */
        public List<Group> proposed() {
            return safeguards.stream()
                    .filter(one -> one.presence().equals("To be confirmed"))
                    .toList();
        }

        public List<Group> notFound() {
            return safeguards.stream()
                    .filter(one ->
                            !one.presence().equals("Found") && !one.presence().equals("To be confirmed"))
                    .toList();
        }

        public boolean scanned() {
            return querySet > 0;
        }
    }

    View view(ContractFindings findings, Actor viewer) {
        return new View(
                findings.contract().toString(),
                findings.querySet(),
                groups(findings, CheckKind.RED_FLAG),
                findings.safeguards().stream()
                        .map(one -> safeguard(findings, one))
                        .toList(),
                groups(findings, CheckKind.TERM),
                rows(findings, findings.gone()),
                findings.notRead(),
                findings.findings().stream().filter(Finding::fresh).count(),
                judging.mayJudge(findings.contract(), viewer),
                checks());
    }

    private List<Group> groups(ContractFindings findings, CheckKind kind) {
        Map<String, List<Finding>> byCheck = findings.of(kind).stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.check().id(), java.util.TreeMap::new, Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        byCheck.forEach((id, of) ->
                groups.add(new Group(of.get(0).check(), rights(of.get(0).check()), "", rows(findings, of))));
        return groups;
    }

    private Group safeguard(ContractFindings findings, SafeguardResult result) {
        return new Group(
                result.check(), rights(result.check()), result.presence().label(), rows(findings, result.findings()));
    }

    private List<FindingRow> rows(ContractFindings findings, List<Finding> of) {
        return of.stream()
                .map(finding -> FindingRow.of(findings.contract(), finding, people))
                .toList();
    }

    private String rights(CheckInfo check) {
        return check.rights().stream()
                .map(code -> policy.right(code).map(HumanRight::name).orElse(code))
                .collect(Collectors.joining("; "));
    }

    Map<String, String> checks() {
        Map<String, String> checks = new LinkedHashMap<>();
        querySets.checks().checks().stream()
                .filter(check -> check.kind() != CheckKind.TERM)
                .forEach(check -> checks.put(check.id(), check.id() + " " + check.name()));
        return checks;
    }
}
