package org.contractethics.demonstration;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy;

/** What the people of the demonstration write in the stages of a review. */
final class StageBodies {

    private static final String FIRST_AUDIT = "The first audit of the logs of queries is done and its report is filed";
    private static final List<String> TOUCHED = List.of("R05", "R15");

    private final Policy policy;

    StageBodies(Policy policy) {
        this.policy = policy;
    }

    /**
     * A review that goes to the panel.
     *
     * @param misread red flags whose words stand in clauses that protect
     */
    void upToTheVote(CaseByApi order, Set<String> misread, Map<String, Object> mitigation) {
        order.judged("priya.raman", misread)
                .done("priya.raman", "document-check", documents(order))
                .done("leo.brandt", "legal-stop", cleared())
                .done("tariq.osman", "triage", grave())
                .done("dana.whitfield", "research", research());
        order.with("helen.okafor", "consultations", consultation());
        order.done("helen.okafor", "assessment", assessment(order)).done("priya.raman", "mitigation", mitigation);
    }

    Map<String, Object> documents(CaseByApi order) {
        return Map.of(
                "seenHash", order.read().path("currentDocumentSetHash").asString(), "confirmed", true, "gaps", "");
    }

    static Map<String, Object> cleared() {
        return Map.of("result", "CLEAR", "reasons", "No embargo and no sanctions list names the agency.");
    }

    private static Map<String, Object> triage(String record, boolean vulnerable) {
        return Map.of(
                "sanctions", false,
                "conflict", false,
                "finding", false,
                "record", record,
                "band", "LOW",
                "vulnerable", vulnerable,
                "gap", false,
                "collective", false);
    }

    static Map<String, Object> harmless() {
        return triage("NONE", false);
    }

    private static Map<String, Object> grave() {
        return triage("DOCUMENTED", true);
    }

    private static Map<String, Object> research() {
        return Map.of(
                "endUse", "Officers find people and decide whom to visit, question or detain.",
                "intended", "Joins records that were kept apart before.",
                "unintended", "Families, witnesses and bystanders can be traced as well.",
                "evidence",
                        List.of(Map.of(
                                "supports",
                                "AGENCY_RECORD",
                                "text",
                                "Children were separated from their parents, and the records of who belonged together were incomplete.",
                                "source",
                                Map.of(
                                        "title",
                                                "Special review: initial observations regarding family separation issues",
                                        "publisher", "DHS Office of Inspector General",
                                        "kind", "OVERSIGHT",
                                        "location", "OIG-18-84",
                                        "publishedOn", "2018-09-27",
                                        "reliability", "A",
                                        "credibility", "CONFIRMED",
                                        "independent", true))));
    }

    private static Map<String, Object> consultation() {
        return Map.of(
                "kind", "AFFECTED",
                "consulted", "Two associations of migrants",
                "heldOn", LocalDate.now(ZoneOffset.UTC).minusDays(7).toString(),
                "manner", "MEETING",
                "said", "Families fear to be traced through phone and utility records.",
                "changed", "The scope was raised.");
    }

    private Map<String, Object> assessment(CaseByApi order) {
        return Map.of(
                "rights",
                marks(TOUCHED),
                "untouchedBecause",
                reasons(order, "The officers get a list of records to join; nothing in the order is used to this end."),
                "impacts",
                List.of(
                        impact("R05", "Arrest at home or on the way to work", "Release after review by a judge"),
                        impact("R15", "Every move of a household can be joined", "What was seen cannot be unseen")));
    }

    Map<String, Object> nothingTouched(CaseByApi order) {
        return Map.of(
                "rights",
                marks(List.of()),
                "untouchedBecause",
                reasons(order, "Published information only: what is delivered holds no data on any person."),
                "impacts",
                List.of());
    }

    /** Of each right that the contract brings to mind. */
    private Map<String, String> reasons(CaseByApi order, String reason) {
        Set<String> capabilities = order.capabilities();
        Map<String, String> reasons = new LinkedHashMap<>();
        policy.rights().stream()
                .filter(right -> !Collections.disjoint(right.triggers(), capabilities))
                .forEach(right -> reasons.put(right.code(), reason));
        return reasons;
    }

    private Map<String, Boolean> marks(List<String> touched) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        policy.rights().forEach(right -> marks.put(right.code(), touched.contains(right.code())));
        return marks;
    }

    private static Map<String, Object> impact(String right, String scale, String lasting) {
        return Map.ofEntries(
                Map.entry("right", right),
                Map.entry("kind", "POTENTIAL"),
                Map.entry("affected", "People without secure status, and their families"),
                Map.entry("vulnerableGroups", "Children, people seeking asylum"),
                Map.entry("scale", 3),
                Map.entry("scaleReason", scale),
                Map.entry("scope", 2),
                Map.entry("scopeReason", "Thousands a year"),
                Map.entry("irremediability", 2),
                Map.entry("irremediabilityReason", lasting),
                Map.entry("likelihood", "POSSIBLE"),
                Map.entry("involvement", "LINKED"),
                Map.entry("leverage", "SOME"),
                Map.entry("leverageUse", "The option year can be declined"),
                Map.entry("sources", List.of(1)),
                Map.entry("clauses", "2.1"));
    }

    /**
     * What the agreement holds, by the clauses that say it; training of users was promised and stands nowhere. An undertaking and both
     * assessments were not offered.
     */
    Map<String, Object> agreed() {
        return mitigation(
                List.of(Map.of(
                        "kind", "CONTRACTUAL",
                        "text", "The logs of queries are audited twice a year",
                        "verification", "The reports of the audits are filed",
                        "rights", TOUCHED)),
                Map.ofEntries(
                        Map.entry("END_USE_RESTRICTION", "2.1"),
                        Map.entry("SUSPENSION_RIGHT_HUMAN_RIGHTS", "6"),
                        Map.entry("TERMINATION_RIGHT_HUMAN_RIGHTS", "6"),
                        Map.entry("NO_ONWARD_TRANSFER_WITHOUT_CONSENT", "4.2"),
                        Map.entry("FLOWDOWN_TO_RESELLERS", "8"),
                        Map.entry("USE_POLICY_NOT_WAIVED", "2.1"),
                        Map.entry("DATA_RETENTION_LIMIT", "4.1"),
                        Map.entry("SCOPE_CHANGE_NEW_REVIEW", "3.1"),
                        Map.entry("AUDIT_OR_VERIFICATION_RIGHT", "5"),
                        Map.entry("INCIDENT_NOTICE", "9"),
                        Map.entry("GRIEVANCE_COOPERATION", "7"),
                        Map.entry("DISCLOSURE_CARVE_OUT", "10"),
                        Map.entry("HUMAN_OVERSIGHT_OF_DECISIONS", "2.2"),
                        Map.entry("LEGAL_BASIS_AND_OVERSIGHT_STATED", "4.3"),
                        Map.entry("NO_PENALTY_FOR_HUMAN_RIGHTS_EXIT", "6"),
                        Map.entry("USAGE_LOGS", "5")),
                Map.of("USER_TRAINING", "The agency said that its officers are trained each year"),
                "The agency undertakes nothing about human rights, and assesses neither data protection nor the impact on"
                        + " fundamental rights.");
    }

    /** Nothing that protects stands in the agreement. */
    Map<String, Object> unprotected() {
        return mitigation(
                List.of(),
                Map.of(),
                Map.of(),
                "The agency was asked for limits on use, an audit and a right to suspend, and offered none of them.");
    }

    private Map<String, Object> mitigation(
            List<Map<String, Object>> measures,
            Map<String, String> clauses,
            Map<String, String> promises,
            String missing) {
        Map<String, String> states = new LinkedHashMap<>();
        policy.safeguards()
                .forEach(safeguard -> states.put(
                        safeguard.code(),
                        clauses.containsKey(safeguard.code())
                                ? "PRESENT"
                                : promises.containsKey(safeguard.code()) ? "PROMISED" : "ABSENT"));
        Map<String, String> reasons = new LinkedHashMap<>(clauses);
        reasons.putAll(promises);
        return Map.of(
                "measures",
                measures,
                "residuals",
                TOUCHED.stream()
                        .map(right -> Map.<String, Object>of(
                                "right", right, "scale", 3, "scope", 2, "irremediability", 2, "likelihood", "POSSIBLE"))
                        .toList(),
                "safeguards",
                states,
                "missingSafeguards",
                missing,
                "safeguardReasons",
                reasons);
    }

    static Map<String, Object> rejection() {
        return Map.of(
                "outcome",
                "REJECT",
                "reasons",
                "A risk score from posts leads to detention. The agency refused a human decision and an audit.",
                "rights",
                TOUCHED);
    }

    /** What one vote for it depends on; {@link #onCondition} takes up the first and answers the second. */
    static List<String> asked() {
        return List.of(FIRST_AUDIT, "Schools are told each year who read the records of their students");
    }

    /** @param asking account name of whose vote depends on conditions */
    static Map<String, Object> onCondition(String owner, String due, String expires, String asking) {
        return Map.of(
                "outcome",
                "CONDITIONAL",
                "reasons",
                "The system administers status and is not to select people for arrest; audits will show whether it does.",
                "rights",
                TOUCHED,
                "expiresOn",
                expires,
                "askedAnswers",
                Map.of(
                        asking + "/2",
                        "The agreement leaves it to the agency; the audit report, which schools can read, says who read what."),
                "conditions",
                List.of(Map.of(
                        "text",
                        FIRST_AUDIT,
                        "owner",
                        owner,
                        "due",
                        due,
                        "blocking",
                        true,
                        "evidence",
                        "Audit report")));
    }

    static Map<String, Object> approval(String expires) {
        return Map.of(
                "outcome",
                "APPROVE",
                "reasons",
                "Published information only; nobody's rights are touched.",
                "rights",
                List.of(),
                "expiresOn",
                expires);
    }

    static Map<String, Object> press() {
        return Map.of(
                "kind", "PRESS",
                "happenedOn", LocalDate.now(ZoneOffset.UTC).minusDays(2).toString(),
                "source", "A newspaper",
                "reliability", "C",
                "account", "A school says that an officer asked for the class schedule of a student.");
    }
}
