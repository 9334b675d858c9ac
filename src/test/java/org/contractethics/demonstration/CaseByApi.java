package org.contractethics.demonstration;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One contract on its way through the review: every step is a call of the API by the person whose step it is. */
final class CaseByApi {

    static final String OWNER = "sofia.marin";

    private static final Duration READING = Duration.ofMinutes(3);
    private static final Set<String> FACTS = Set.of(
            "description",
            "awardingAgencyParent",
            "fundingAgency",
            "supplierParent",
            "resellers",
            "piid",
            "parentPiid",
            "ocid");
    private static final Set<String> LINE = Set.of(
            "title",
            "awardingAgency",
            "awardingAgencyType",
            "awardingAgencyCountry",
            "supplier",
            "obligatedMinor",
            "ceilingMinor",
            "currency",
            "start",
            "end",
            "secrecy");

    private final ApiCalls api;
    private final String contract;
    private String review = "";

    private CaseByApi(ApiCalls api, String contract) {
        this.api = api;
        this.contract = contract;
    }

    /** A contract of the register that sales takes over; its facts are completed. */
    static CaseByApi ofAward(ApiCalls api, JsonNode found, Map<String, Object> known) {
        CaseByApi taken =
                new CaseByApi(api, "/api/contracts/" + found.path("id").asString());
        taken.change(OWNER, taken.contract, taken.contract + "/owner", null);
        Answer now = api.get(OWNER, taken.contract);
        Map<String, Object> facts = new LinkedHashMap<>();
        LINE.forEach(name -> put(facts, name, now.body().path(name)));
        FACTS.forEach(name -> put(facts, name, now.body().path("facts").path(name)));
        facts.putAll(known);
        checked(api.send(OWNER, "PUT", taken.contract, facts, List.of("If-Match", now.tag())), "facts");
        return taken;
    }

    /** A contract that sales registers. */
    static CaseByApi registered(ApiCalls api, Map<String, Object> facts) {
        Answer registered = checked(api.post(OWNER, "/api/contracts", facts), "registration");
        return new CaseByApi(
                api, "/api/contracts/" + registered.body().path("id").asString());
    }

    private static void put(Map<String, Object> facts, String name, JsonNode value) {
        if (value.isArray()) {
            facts.put(name, value.valueStream().map(JsonNode::asString).toList());
        } else if (value.isNumber()) {
            facts.put(name, value.asLong());
        } else if (value.isString()) {
            facts.put(name, value.asString());
        }
    }

    String contractId() {
        return contract.substring(contract.lastIndexOf('/') + 1);
    }

    Set<String> capabilities() {
        return api.get(OWNER, contract)
                .body()
                .at("/facts/capabilities")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /** Adds a Word file and waits until its text was read. */
    CaseByApi document(String title, byte[] file) {
        Answer added = checked(api.upload(OWNER, contract + "/documents", title + ".docx", file), "document");
        String place = added.raw().headers().firstValue("Location").orElseThrow();
        Awaitility.await()
                .atMost(READING)
                .until(() ->
                        api.get(OWNER, place).body().path("status").asString().equals("READ"));
        return this;
    }

    /** Brings the very files that were decided on as executed copies; answers the ids of these. */
    List<String> executed(String person) {
        api.get(person, contract + "/documents").body().forEach(document -> {
            byte[] file = api.bytes(
                    person, contract + "/documents/" + document.path("id").asString() + "/original");
            checked(
                    api.upload(
                            person,
                            review + "/executed-copies",
                            document.path("fileName").asString(),
                            file),
                    "executed copy");
        });
        return api.get(person, review + "/executed-copies")
                .body()
                .path("copies")
                .valueStream()
                .map(copy -> copy.path("id").asString())
                .toList();
    }

    CaseByApi submitted(String endUse, String signature) {
        Answer opened = checked(
                api.post(OWNER, contract + "/reviews", Map.of("endUse", endUse, "plannedSignature", signature)),
                "submission");
        review = "/api/reviews/" + opened.body().path("id").asString();
        return this;
    }

    /** Claims the open task of the stage and works it off. */
    CaseByApi done(String person, String stage, Object body) {
        claimed(person, stage);
        change(person, review, review + "/stages/" + stage, body);
        return this;
    }

    CaseByApi claimed(String person, String stage) {
        String reference = api.get(person, contract).body().path("reference").asString();
        String subject = review.substring(review.lastIndexOf('/') + 1);
        JsonNode task = api.get(person, "/api/inbox?step=" + stage + "&q=" + reference)
                .body()
                .path("tasks")
                .valueStream()
                .filter(line -> line.path("subjectId").asString().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person + " has no task " + stage + " of " + contract));
        checked(api.post(person, "/api/inbox/tasks/" + task.path("id").asString() + "/claim", null), "claim");
        return this;
    }

    CaseByApi declared(String person, String stage) {
        api.declare(person, review, stage);
        return this;
    }

    /** Judges each place of a red flag, once the document was scanned. */
    CaseByApi judged(String person, Set<String> misread) {
        String findings = contract + "/findings";
        Awaitility.await()
                .atMost(READING)
                .until(() -> api.get(person, findings).body().path("querySet").asInt() > 0);
        api.get(person, findings)
                .body()
                .path("findings")
                .valueStream()
                .filter(finding -> finding.at("/check/kind").asString().equals("RED_FLAG"))
                .filter(finding -> !finding.path("negated").asBoolean())
                .forEach(finding -> judge(person, findings, finding, misread));
        return this;
    }

    private void judge(String person, String findings, JsonNode finding, Set<String> misread) {
        boolean wrong = misread.contains(finding.at("/check/id").asString());
        checked(
                api.post(
                        person,
                        findings + "/" + finding.path("id").asString() + "/judgements",
                        Map.of(
                                "verdict",
                                wrong ? "REJECTED" : "CONFIRMED",
                                "reason",
                                wrong ? "The clause protects: it limits this." : "The clause says it.",
                                "seen",
                                0)),
                "judgement");
    }

    /** Something beside the stages: a question, a consultation, a vote. */
    Answer with(String person, String what, Object body) {
        return change(person, review, review + "/" + what, body);
    }

    Answer ofContract(String person, String what, Object body) {
        return checked(api.post(person, contract + "/" + what, body), what);
    }

    /** Who sits on the panel, account name to role. */
    Map<String, String> panel() {
        Map<String, String> sitting = new LinkedHashMap<>();
        api.get("ruth.castillo", review + "/panel")
                .body()
                .path("sitting")
                .forEach(seat -> sitting.put(
                        seat.path("person").asString(), seat.path("role").asString()));
        return sitting;
    }

    /** @param member account name and role */
    void vote(Map.Entry<String, String> member, String choice, String reasons) {
        vote(member, choice, reasons, List.of());
    }

    /** @param conditions that a vote for an approval with conditions depends on */
    void vote(Map.Entry<String, String> member, String choice, String reasons, List<String> conditions) {
        with(
                member.getKey(),
                "votes",
                Map.of(
                        "conditions",
                        conditions,
                        "role",
                        member.getValue(),
                        "choice",
                        choice,
                        "reasons",
                        reasons,
                        "severity",
                        "SERIOUS",
                        "noConflict",
                        true,
                        "rights",
                        choice.equals("APPROVE") ? List.of() : List.of("R05", "R15")));
    }

    JsonNode read() {
        return api.get("august.lund", review).body();
    }

    private Answer change(String person, String resource, String path, @Nullable Object body) {
        return checked(api.change(person, resource, path, body), path);
    }

    private static Answer checked(Answer answer, String step) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(step + ": " + answer);
        }
        return answer;
    }
}
