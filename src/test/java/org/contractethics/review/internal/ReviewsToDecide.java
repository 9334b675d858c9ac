package org.contractethics.review.internal;

import static org.awaitility.Awaitility.await;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.ReviewWorld.unchanged;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.contractethics.RegisteredContracts;
import org.contractethics.UntouchedReasons;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.review.internal.SubmittingForReview.Submission;
import org.contractethics.review.internal.Verdict.ProposedCondition;
import org.contractethics.review.internal.evidence.Consultation.Account;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.review.internal.evidence.Consultation.Manner;
import org.contractethics.review.internal.evidence.LoggingConsultations;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.review.internal.returning.SameDeal;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Reviews of T1 and T3 from intake to decision, through the use cases that the pages call. */
@Component
public class ReviewsToDecide {

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final Documents documents;
    private final PeopleDirectory people;
    private final Policy policy;
    private final PanelSeats seats;
    private final UseCases cases;
    private final Clock clock;

    ReviewsToDecide(
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            PeopleDirectory people,
            Policy policy,
            PanelSeats seats,
            UseCases cases,
            Clock clock) {
        this.registering = registering;
        this.uploading = uploading;
        this.documents = documents;
        this.people = people;
        this.policy = policy;
        this.seats = seats;
        this.cases = cases;
        this.clock = clock;
    }

    /** The use cases of the stages. */
    @Component
    record UseCases(
            SubmittingForReview submitting,
            DeclaringInterests declaring,
            CheckingDocuments checking,
            DecidingLegalStop legal,
            ConfirmingTriage triage,
            RecordingResearch research,
            LoggingConsultations consulting,
            DraftingAssessment drafting,
            RecordingAssessment assessment,
            AgreeingMitigation mitigation,
            CastingVote voting,
            ClosingVote closing,
            RecordingDecision decision) {}

    /** Gives the person the open task of the stage. */
    @FunctionalInterface
    public interface Claims {

        void claim(ReviewId review, Stage stage, Actor person);
    }

    /** A contract with a document that was read, whose review becomes one of this tier. */
    public Contract registered(Tier tier, String title) {
        ContractDraft plain = RegisteredContracts.aDraft(title);
        boolean low = tier == Tier.T1;
        ContractDraft draft = new ContractDraft(
                plain.title(),
                plain.description(),
                new Agency("Agency of " + title, null, low ? AgencyType.CULTURE : AgencyType.BORDER, "US"),
                null,
                plain.supplier(),
                null,
                List.of(),
                List.of("Field offices"),
                Set.of(low ? "PUBLIC_WEBSITE" : "ENFORCEMENT_DATA_FUSION"),
                Set.of("IDENTITY"),
                Set.of("US"),
                new ContractValue(100L, 200L, "USD"),
                new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1)),
                plain.secrecy(),
                plain.identifiers());
        Contract contract = registering.register(draft, "FORM", RegisteredContracts.SOFIA);
        byte[] agreement = RegisteredContracts.docx(ProtectiveClauses.agreement(policy.safeguards()));
        uploading.add(
                new Upload(contract.id(), null, "Agreement", "agreement.docx", new ByteArrayResource(agreement)),
                RegisteredContracts.SOFIA);
        return contract;
    }

    public void awaitRead(Contract contract) {
        await().atMost(Duration.ofMinutes(5)).until(() -> documents.currentVersions(contract.id()).stream()
                .allMatch(version -> version.status() == ExtractionStatus.READ));
    }

    /** From intake to decision; in T1 one reviewer and one lawyer do everything, and the chair records it. */
    public ReviewId decide(Contract contract, Tier tier, Claims claims) {
        ReviewId review = cases.submitting()
                .submit(
                        contract.id(),
                        new Submission("Case handling", LocalDate.now(clock).plusDays(40), List.of()),
                        RegisteredContracts.SOFIA);
        Hands hands = new Hands(review, claims);
        String seen = documents.documentSetHash(contract.id());
        hands.at(Stage.DOCUMENT_CHECK, "priya.raman", person -> cases.checking()
                .check(review, new CheckingDocuments.Check(seen, true, ""), person));
        hands.at(Stage.LEGAL_STOP, tier == Tier.T1 ? "priya.raman" : "leo.brandt", person -> cases.legal()
                .decide(review, StageForm.LegalResult.CLEAR, "No embargo applies.", person));
        hands.at(Stage.TRIAGE, "tariq.osman", person -> cases.triage()
                .confirm(review, harmless(), SameDeal.NOTHING_SAID, null, "", person));
        if (tier == Tier.T1) {
            hands.at(Stage.ASSESSMENT, "dana.whitfield", person -> assess(review, person));
            vote(review, Vote.Choice.APPROVE, Role.HR_REVIEWER, person("dana.whitfield"));
            decide(hands, Outcome.APPROVE);
        } else {
            hands.at(Stage.RESEARCH, "dana.whitfield", person -> cases.research()
                    .record(review, research(true), person));
            hands.at(Stage.ASSESSMENT, "helen.okafor", person -> {
                cases.consulting().log(review, consultation(), person);
                assess(review, person, serious());
            });
            hands.at(Stage.MITIGATION, "priya.raman", person -> cases.mitigation()
                    .agree(review, ProtectiveClauses.named(unchanged(false, serious()), policy.safeguards()), person));
            for (Sitting sitting : seats.sitting(review, 1)) {
                vote(review, Vote.Choice.CONDITIONAL, sitting.role(), person(sitting.person()));
            }
            Actor chair = person("ruth.castillo");
            cases.declaring().declareNone(review, Stage.VOTE, chair);
            cases.closing().close(review, chair);
            decide(hands, Outcome.CONDITIONAL);
        }
        return review;
    }

    /** Claims the task of a stage, declares to have no interest, then does it. */
    private final class Hands {

        private final ReviewId review;
        private final Claims claims;

        Hands(ReviewId review, Claims claims) {
            this.review = review;
            this.claims = claims;
        }

        void at(Stage stage, String username, Consumer<Actor> work) {
            Actor person = person(username);
            claims.claim(review, stage, person);
            cases.declaring().declareNone(review, stage, person);
            work.accept(person);
        }
    }

    private void assess(ReviewId review, Actor person, Impact... impacts) {
        Map<String, Boolean> marks = new HashMap<>();
        policy.rights().stream().map(HumanRight::code).forEach(code -> marks.put(code, false));
        for (Impact impact : impacts) {
            marks.put(impact.right(), true);
            cases.drafting().write(review, impact, 0, person);
        }
        cases.drafting().mark(review, new Marks(marks, UntouchedReasons.of(marks.keySet()), "", ""), 0, person);
        cases.assessment().record(review, person);
    }

    private Account consultation() {
        return new Account(
                Kind.AFFECTED,
                "Two associations of migrants",
                "",
                LocalDate.now(clock),
                Manner.MEETING,
                "Families fear to be traced.",
                "The scale was raised.");
    }

    private void vote(ReviewId review, Vote.Choice choice, Role role, Actor person) {
        cases.voting().cast(review, ReviewWorld.ballot(role, choice), person);
    }

    private void decide(Hands hands, Outcome outcome) {
        LocalDate today = LocalDate.now(clock);
        List<ProposedCondition> conditions = outcome == Outcome.CONDITIONAL
                ? List.of(new ProposedCondition(
                        "No use for removal", "mona.keller", today.plusDays(30), true, "Audit report"))
                : List.of();
        Verdict verdict = new Verdict(
                outcome, "Weighed against the safeguards.", List.of("R05"), conditions, today.plusMonths(3), "");
        hands.at(Stage.DECISION, "ruth.castillo", person -> cases.decision()
                .record(hands.review, verdict, Map.of(), person));
    }

    private Actor person(String username) {
        return people.find(username)
                .map(found -> new Actor(found.username(), found.displayName(), found.roles()))
                .orElseThrow();
    }
}
