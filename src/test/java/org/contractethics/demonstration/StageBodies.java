package org.contractethics.demonstration;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy;

/** What the people of the demonstration write in the stages of a review. */
final class StageBodies {

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
    void upToTheVote(CaseByApi order, Set<String> misread) {
        order.judged("priya.raman", misread)
                .done("priya.raman", "document-check", documents(order))
                .done("leo.brandt", "legal-stop", cleared())
                .done("tariq.osman", "triage", grave())
                .done("dana.whitfield", "research", research());
        order.with("helen.okafor", "consultations", consultation());
        order.done("helen.okafor", "assessment", assessment()).done("priya.raman", "mitigation", mitigation());
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

    private Map<String, Object> assessment() {
        return Map.of(
                "rights",
                marks(TOUCHED),
                "impacts",
                List.of(
                        impact("R05", "Arrest at home or on the way to work", "Release after review by a judge"),
                        impact("R15", "Every move of a household can be joined", "What was seen cannot be unseen")));
    }

    Map<String, Object> nothingTouched() {
        return Map.of("rights", marks(List.of()), "impacts", List.of());
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

    private Map<String, Object> mitigation() {
        Map<String, String> states = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        policy.safeguards().forEach(safeguard -> {
            states.put(safeguard.code(), "PRESENT");
            reasons.put(safeguard.code(), "Offered by the agency as an amendment of today");
        });
        return Map.of(
                "measures",
                List.of(Map.of(
                        "kind", "CONTRACTUAL",
                        "text", "The amendment on use, audit and suspension becomes part of the agreement",
                        "verification", "It is among the signed documents",
                        "rights", TOUCHED)),
                "residuals",
                TOUCHED.stream()
                        .map(right -> Map.<String, Object>of(
                                "right", right, "scale", 3, "scope", 2, "irremediability", 2, "likelihood", "POSSIBLE"))
                        .toList(),
                "safeguards",
                states,
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

    static Map<String, Object> onCondition(String owner, String due, String expires) {
        return Map.of(
                "outcome",
                "CONDITIONAL",
                "reasons",
                "The system administers status and is not to select people for arrest; audits will show whether it does.",
                "rights",
                TOUCHED,
                "expiresOn",
                expires,
                "conditions",
                List.of(Map.of(
                        "text",
                        "The first audit of the logs of queries is done and its report is filed",
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

    static Map<String, Object> signed(CaseByApi order) {
        return Map.of(
                "same", true, "signedHash", order.read().path("documentSetHash").asString());
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
