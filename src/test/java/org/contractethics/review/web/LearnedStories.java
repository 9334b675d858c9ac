package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.ReviewId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** T3 reviews of contracts with an agency of their own, and what is written of it afterwards. */
@Component
final class LearnedStories {

    static final String CHAIR = "ruth.castillo";
    static final String SIGNER = "leo.brandt";

    private final RegisteringContracts registering;
    private final DocumentStories stories;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final JdbcClient database;
    private final ManagementService jobs;
    private final RecurringWork weighing;

    LearnedStories(
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            BegunReviews begun,
            ContractRegister contracts,
            JdbcClient database,
            ManagementService jobs,
            @Qualifier("learningSinceTriage") RecurringWork weighing) {
        this.registering = registering;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.begun = begun;
        this.contracts = contracts;
        this.database = database;
        this.jobs = jobs;
        this.weighing = weighing;
    }

    /** From now on nobody but the test works off what is due. */
    void byHand() {
        jobs.suspendJobDefinitionByProcessDefinitionKey("recurring-work", true);
    }

    void byItself() {
        jobs.activateJobDefinitionByProcessDefinitionKey("recurring-work", true);
    }

    /** Everything that waits of this contract is held against its triage. */
    void weigh(ContractId contract) {
        for (int round = 0; round < 20 && waiting(contract) > 0; round++) {
            weighing.run();
        }
        assertThat(waiting(contract)).as("waits still").isZero();
    }

    /** One turn of whoever works off what is due. */
    void weighOnce() {
        weighing.run();
    }

    int waiting(ContractId contract) {
        return count(
                "select count(*) from review.record_weighing where contract_id = :contract and weighed_at is null",
                contract);
    }

    int count(String sql, ContractId contract) {
        return database.sql(sql)
                .param("contract", contract.value())
                .query(Integer.class)
                .single();
    }

    Begun submitted(MockMvcTester mvc) throws Exception {
        return submitted(mvc, "Border agency of " + UUID.randomUUID(), "US");
    }

    /** @param country where the services are used */
    Begun submitted(MockMvcTester mvc, String agency, String country) throws Exception {
        ContractId contract = registered(agency, country);
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = begun.hands(mvc, contract);
        return new Begun(contract, begun.steps().submit(hands, contract), hands);
    }

    private ContractId registered(String agency, String country) {
        ContractDraft draft = new ContractDraft(
                "Case management support " + UUID.randomUUID(),
                "Support of a case management system",
                new Contract.Agency(agency, null, AgencyType.BORDER, "US"),
                null,
                "Example Systems",
                null,
                List.of(),
                List.of(agency),
                Set.of("CLOUD_HOSTING"),
                Set.of(),
                Set.of(country),
                new Contract.ContractValue(100_000L, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
        return registering.register(draft, "FORM", DocumentStories.TOM).id();
    }

    /** Triaged, and researched next. */
    Begun triaged(MockMvcTester mvc, String agency, String country) throws Exception {
        Begun review = submitted(mvc, agency, country);
        ReviewSteps.upToResearch(review.hands(), review.review());
        return review;
    }

    /** With the triage claimed. */
    Begun atTheTriage(MockMvcTester mvc) throws Exception {
        Begun review = submitted(mvc);
        review.hands().workOff(review.review(), "document-check", "priya.raman", ReviewSteps.documents());
        review.hands().workOff(review.review(), "legal-stop", SIGNER, ReviewSteps.legal());
        review.hands().claim("tariq.osman");
        return review;
    }

    Begun upToTheVote(MockMvcTester mvc) throws Exception {
        Begun review = submitted(mvc);
        begun.steps().upToTheVote(review.hands(), review.review());
        return review;
    }

    /** Voted to be approved with a condition, and the decision claimed. */
    Begun atTheDecision(MockMvcTester mvc) throws Exception {
        Begun review = upToTheVote(mvc);
        begun.steps().voteAndClose(review.hands(), review.review());
        review.hands().claim(CHAIR);
        return review;
    }

    /** Approved, and claimed by whoever signs. */
    Gate atTheGate(MockMvcTester mvc) throws Exception {
        Begun review = upToTheVote(mvc);
        begun.steps().voteAndClose(review.hands(), review.review());
        return gate(review, review.review());
    }

    /** Decides on the vote that was closed, and claims the signature. */
    Gate gate(Begun review, ReviewId open) throws Exception {
        review.hands().workOff(open, "decision", CHAIR, ReviewSteps.decision());
        review.hands().claim(SIGNER);
        return new Gate(review.contract(), open, review.hands(), review.hands().executed(open, SIGNER));
    }

    ReviewSteps steps() {
        return begun.steps();
    }

    /** Somebody at the gate, with the form that signs. */
    record Gate(ContractId contract, ReviewId review, ReviewHands hands, Map<String, Object> form) {

        MvcTestResult sign() {
            return hands.post(SIGNER, "/reviews/" + review + "/stages/signature-gate", form);
        }
    }

    static MvcTestResult decide(Begun review) {
        return review.hands().post(CHAIR, "/reviews/" + review.review() + "/stages/decision", ReviewSteps.decision());
    }

    static MvcTestResult triage(Begun review) {
        return review.hands()
                .post("tariq.osman", "/reviews/" + review.review() + "/stages/triage", ReviewSteps.triage());
    }

    String agency(ContractId contract) {
        return contracts.get(contract).awardingAgency().name();
    }

    /** A UN inquiry found it: the tables give T4. */
    MvcTestResult worse(ContractId contract, ReviewHands hands) {
        return cite(contract, hands, Map.of("level", "SYSTEMATIC", "international", "true"));
    }

    /** No worse than the triage took it. */
    MvcTestResult same(ContractId contract, ReviewHands hands) {
        return cite(contract, hands, Map.of("level", "ALLEGATIONS"));
    }

    static MvcTestResult rate(ReviewHands hands, String country, String band) {
        return hands.sent(
                "helen.okafor",
                "/countries/records",
                Map.of(
                        "country", country,
                        "band", band,
                        "conflict", "false",
                        "indices", "Index of a test, 2025: 0.4\nAnother index, 2025: 41 of 100",
                        "reading", "Both stand in the middle, and nothing else is known of it."));
    }

    private MvcTestResult cite(ContractId contract, ReviewHands hands, Map<String, String> level) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "agency", agency(contract),
                "source", "Committee against Torture",
                "title", "Visit " + UUID.randomUUID(),
                "found-on", "2018-06-19",
                "summary", "Children were kept from their parents for weeks."));
        fields.putAll(level);
        return hands.sent("helen.okafor", "/agencies/findings", fields);
    }

    List<String> tiersLearned(ContractId contract) {
        return database.sql(
                        "select l.tier from review.learned_since_triage l join review.review r on r.id = l.review_id"
                                + " where r.contract_id = :contract order by l.learned_at")
                .param("contract", contract.value())
                .query(String.class)
                .list();
    }
}
