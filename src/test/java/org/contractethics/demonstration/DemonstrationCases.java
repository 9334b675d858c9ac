package org.contractethics.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.ApiCalls;
import org.contractethics.RegisteredContracts;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.ExecutedByApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/**
 * Reviews, a concern, a letter and a survey of the run command, each at another point of its way, so that every inbox and every report has
 * something in it. Every step is a call of the API by a demonstration person, under all rules; the agreements are samples written
 * for this, the awards are real. A contract that was submitted before is left alone.
 */
public final class DemonstrationCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCases.class);

    private static final int HTTP_CREATED = 201;

    static final String LIBRARY = "Public website of the National Library";

    private final ApiCalls api;
    private final StageBodies bodies;

    public DemonstrationCases(Environment settings, Policy policy) {
        this.api = new ApiCalls(settings);
        this.bodies = new StageBodies(policy);
    }

    /** Takes up what is not there yet; a case that cannot be made is told in the log and left where it stands. */
    public void takeUp() {
        List<Runnable> cases = List.of(
                this::fingerprintDevices,
                this::officeServices,
                this::studentRecords,
                this::library,
                this::leadEvaluation,
                this::openSourceAnalytics);
        for (Runnable one : cases) {
            try {
                one.run();
            } catch (IllegalStateException refused) {
                LOG.warn("demonstration case not made: {}", refused.getMessage());
            }
        }
        LOG.info("demonstration cases are there");
    }

    /** Waits for the answer of sales to a question: the clock of the document check stands still. */
    private void fingerprintDevices() {
        award("70CMSD18FR0000085", known("BIOMETRIC_ID", "BIOMETRIC", "Field offices"))
                .ifPresent(devices -> {
                    devices.document("Purchase order", agreement("fingerprint-devices"))
                            .submitted("Officers compare fingerprints in the field", day(25))
                            .claimed("priya.raman", "document-check");
                    devices.declared("priya.raman", "document-check")
                            .with(
                                    "priya.raman",
                                    "questions",
                                    Map.of(
                                            "stage",
                                            "document-check",
                                            "question",
                                            "Annex B is said to be sent separately. Which offices does it name?"));
                });
    }

    /** Waits for the triage officer. */
    private void officeServices() {
        award("HSCETC16J00040", known("PRODUCTIVITY_SAAS", "EMPLOYMENT", "Offices of the Agency"))
                .ifPresent(office -> office.document("Order", agreement("office-services"))
                        .submitted("Mail, calendar and documents of the staff of the agency", day(40))
                        .done("priya.raman", "document-check", bodies.documents(office))
                        .done("leo.brandt", "legal-stop", StageBodies.cleared()));
    }

    /** Signed on a condition whose owner has yet to report; the monitor noted a report of the press. */
    private void studentRecords() {
        award("HSCETC17F00011", known("CLOUD_HOSTING", "IMMIGRATION_STATUS", "Student and visitor programme"))
                .ifPresent(order -> {
                    order.document("Agreement", agreement("student-records"))
                            .submitted("Schools report the enrolment of students", day(45));
                    // a limit on sharing, and an exit without penalty
                    bodies.upToTheVote(order, Set.of("K33", "K07"), bodies.agreed());
                    String asking = order.panel().keySet().iterator().next();
                    order.panel()
                            .entrySet()
                            .forEach(member -> order.vote(
                                    member,
                                    "CONDITIONAL",
                                    "The safeguards hold if audits are done and reported.",
                                    member.getKey().equals(asking) ? StageBodies.asked() : List.of()));
                    order.with("ruth.castillo", "vote/close", Map.of());
                    order.done(
                            "ruth.castillo",
                            "decision",
                            StageBodies.onCondition(CaseByApi.OWNER, day(30), day(150), asking));
                    order.claimed("leo.brandt", "signature-gate");
                    order.declared("leo.brandt", "signature-gate");
                    List<String> copies = order.executed("leo.brandt");
                    order.with("leo.brandt", "stages/signature-gate", ExecutedByApi.signed(copies));
                    order.ofContract("mona.keller", "incidents", StageBodies.press());
                });
    }

    /** Low risk: reviewed by two people and approved. */
    private void library() {
        if (found("august.lund", LIBRARY).isPresent()) {
            return;
        }
        CaseByApi library = CaseByApi.registered(
                        api,
                        Map.ofEntries(
                                Map.entry("title", LIBRARY),
                                Map.entry("awardingAgency", "National Library"),
                                Map.entry("awardingAgencyType", "CULTURE"),
                                Map.entry("awardingAgencyCountry", "US"),
                                Map.entry("supplier", "Our company"),
                                Map.entry("endUsers", List.of("Readers")),
                                Map.entry("capabilities", List.of("PUBLIC_WEBSITE")),
                                Map.entry("dataKinds", List.of("NO_PERSONAL_DATA")),
                                Map.entry("countries", List.of("US")),
                                Map.entry("obligatedMinor", 4_000_000L),
                                Map.entry("ceilingMinor", 9_000_000L),
                                Map.entry("currency", "USD"),
                                Map.entry("start", day(60)),
                                Map.entry("end", day(700))))
                .document("Agreement", agreement("library-site"))
                .submitted("Opening hours, catalogue and exhibitions", day(40));
        library.done("priya.raman", "document-check", bodies.documents(library))
                .done("priya.raman", "legal-stop", StageBodies.cleared())
                .done("tariq.osman", "triage", StageBodies.harmless())
                .done("dana.whitfield", "assessment", bodies.nothingTouched(library));
        library.vote(Map.entry("dana.whitfield", "HR_REVIEWER"), "APPROVE", "Published information only.");
        library.done("ruth.castillo", "decision", StageBodies.approval(day(150)));
    }

    /** Before the panel: three of five have voted, there is a concern and a letter. */
    private void leadEvaluation() {
        award("HSCEMD17F00008", known("ENFORCEMENT_DATA_FUSION", "LOCATION", "Enforcement and removal offices"))
                .ifPresent(subscription -> {
                    subscription
                            .document("Subscription agreement", agreement("lead-evaluation"))
                            .submitted("Finds addresses, vehicles and contacts of people", day(30));
                    raiseConcerns(subscription.contractId());
                    bodies.upToTheVote(subscription, Set.of(), bodies.unprotected());
                    subscription.panel().entrySet().stream()
                            .limit(3)
                            .forEach(member -> subscription.vote(
                                    member,
                                    "REJECT",
                                    "People are found for removal, with no limit on use and no way to stop."));
                });
    }

    /** Rejected by the panel, one member dissenting; from then on a triage of the same agency asks whether a deal came back. */
    private void openSourceAnalytics() {
        award("HSCEMD17J00082", known("SOCIAL_MEDIA_MONITORING", "SOCIAL_MEDIA", "Visa lifecycle unit"))
                .ifPresent(order -> {
                    order.document("Task order", agreement("open-source-analytics"))
                            .submitted("Ranks visa holders by what they post", day(35));
                    bodies.upToTheVote(order, Set.of(), bodies.unprotected());
                    Iterator<Map.Entry<String, String>> panel =
                            order.panel().entrySet().iterator();
                    order.vote(
                            panel.next(),
                            "RETURN",
                            "With a human decision on each flag it could be borne: ask for one.");
                    panel.forEachRemaining(member -> order.vote(
                            member, "REJECT", "A score from posts leads to detention, and nobody can contest it."));
                    order.with("ruth.castillo", "vote/close", Map.of());
                    order.done("ruth.castillo", "decision", StageBodies.rejection());
                });
    }

    private void raiseConcerns(String contract) {
        String concern = api.post(
                        "erin.walsh",
                        "/api/concerns",
                        Map.of(
                                "mode",
                                "OPEN",
                                "topic",
                                "END_USE",
                                "contract",
                                contract,
                                "clause",
                                "2.1",
                                "rights",
                                List.of("R05", "R17"),
                                "text",
                                "Clause 2.1 lets the agency use this to find people for removal. Families of mixed status"
                                        + " will be torn apart with what we deliver. I ask that we do not sign it."))
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("the concern was refused"));
        api.change("olga.petrova", concern, concern + "/acknowledgement", Map.of());
        String letter = api.post(
                        "noah.kim",
                        "/api/letters",
                        Map.of(
                                "title",
                                "End the contract on lead evaluation",
                                "topic",
                                "HARM",
                                "text",
                                "We build software for people. We ask that the company end this contract, review its"
                                        + " contracts with government agencies at home and abroad, and say what it will"
                                        + " not build.",
                                "demands",
                                List.of("Do not sign this contract.", "Publish a policy on what we do not build."),
                                "contracts",
                                List.of(contract),
                                "signing",
                                "NAMED"))
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("the letter was refused"));
        for (String person : List.of("paul.nguyen", "lena.hoffman")) {
            api.post(person, letter + "/signatures", Map.of("version", 1));
        }
        openSurvey();
    }

    /** A survey that two employees have answered; where one was opened lately, nothing is added to it. */
    private void openSurvey() {
        if (api.post("olga.petrova", "/api/surveys", Map.of("closesOn", day(21)))
                        .status()
                == HTTP_CREATED) {
            for (String person : List.of("noah.kim", "paul.nguyen")) {
                api.post(
                        person,
                        "/api/surveys/1/answers",
                        Map.of(
                                "knowsHow", "YES",
                                "knowsRegister", "YES",
                                "trustsProtection", "PARTLY",
                                "trustsAnswer", "PARTLY",
                                "trustsReview", "UNSAID"));
            }
        }
    }

    /** An award of the register that nobody submitted yet. */
    private Optional<CaseByApi> award(String piid, Map<String, Object> known) {
        return found(CaseByApi.OWNER, piid)
                .filter(contract -> contract.path("state").asString().equals("REGISTERED"))
                .map(contract -> CaseByApi.ofAward(api, contract, known));
    }

    private Optional<JsonNode> found(String person, String words) {
        return api.get(person, "/api/contracts?q=" + words.replace(' ', '+'))
                .body()
                .path("contracts")
                .valueStream()
                .findFirst();
    }

    private static Map<String, Object> known(String capability, String dataKind, String endUser) {
        return Map.of(
                "capabilities",
                List.of(capability),
                "dataKinds",
                List.of("IDENTITY", dataKind),
                "countries",
                List.of("US"),
                "endUsers",
                List.of(endUser));
    }

    private static byte[] agreement(String name) {
        try {
            return RegisteredContracts.docx(new ClassPathResource("demonstration/agreements/" + name + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String day(int ahead) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(ahead).toString();
    }
}
