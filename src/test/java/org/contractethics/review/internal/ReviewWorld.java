package org.contractethics.review.internal;

import static org.contractethics.review.internal.FakeNeighbours.actor;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contractethics.SettableClock;
import org.contractethics.UntouchedReasons;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.ContractChanged;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.review.Delegations.AbsenceBegun;
import org.contractethics.review.Reviews;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.review.internal.CastingVote.Ballot;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.review.internal.RecordingResearch.Claim;
import org.contractethics.review.internal.RecordingResearch.Findings;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.Measure;
import org.contractethics.review.internal.StageForm.MeasureKind;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.SubmittingForReview.Submission;
import org.contractethics.review.internal.Verdict.ProposedCondition;
import org.contractethics.review.internal.delta.CarriedItem;
import org.contractethics.review.internal.delta.DeltaTables;
import org.contractethics.review.internal.evidence.Consultation;
import org.contractethics.review.internal.evidence.EvidenceTables;
import org.contractethics.review.internal.evidence.Supports;
import org.contractethics.review.internal.execution.CheckingExecution;
import org.contractethics.review.internal.execution.Execution;
import org.contractethics.review.internal.execution.ExecutionTables;
import org.contractethics.review.internal.measure.MeasureTables;
import org.contractethics.review.internal.panel.PanelTables;
import org.contractethics.review.internal.panel.PanelWorld;
import org.contractethics.review.internal.residual.ResidualTables;
import org.contractethics.review.internal.retriage.RetriageTables;
import org.contractethics.review.internal.returning.ReturningTables;
import org.contractethics.review.internal.returning.SameDeal;
import org.contractethics.review.internal.team.AccountTeams;
import org.contractethics.review.internal.team.PayDenials;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.NothingWithheld;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The review module on a real database with its neighbours written by hand, and the steps of a review in words. */
final class ReviewWorld {

    static final Actor SOFIA = actor("sofia.marin", Role.SUBMITTER);
    static final Actor TARIQ = actor("tariq.osman", Role.TRIAGE_OFFICER);
    static final Actor DANA = actor("dana.whitfield", Role.HR_REVIEWER);
    static final Actor HELEN = actor("helen.okafor", Role.HR_REVIEWER);
    static final Actor PRIYA = actor("priya.raman", Role.LEGAL_REVIEWER);
    static final Actor LEO = actor("leo.brandt", Role.LEGAL_REVIEWER);
    static final Actor AMIR = actor("amir.haddad", Role.EMPLOYEE_PANELIST);
    static final Actor BEA = actor("bea.novak", Role.EMPLOYEE_PANELIST);
    static final Actor CARLOS = actor("carlos.diaz", Role.EMPLOYEE_PANELIST);
    static final Actor ELENA = actor("elena.rossi", Role.EXTERNAL_EXPERT);
    static final Actor RUTH = actor("ruth.castillo", Role.PANEL_CHAIR);
    static final Actor GEORGE = actor("george.tan", Role.BOARD_COMMITTEE);
    static final Actor INES = actor("ines.duarte", Role.BOARD_COMMITTEE);
    static final Actor LENA = actor("lena.hoffman", Role.LEADERSHIP);

    final JdbcClient jdbc = JdbcClient.create(ReviewDatabase.asApplication());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(ReviewDatabase.asApplication()));
    final List<Object> published = new CopyOnWriteArrayList<>();
    private FakeNeighbours.@Nullable OpenStages processOrNull;
    /** The record takes nothing about these. */
    final List<ReviewId> withoutRecord = new CopyOnWriteArrayList<>();

    private final ApplicationEventPublisher events = event -> {
        if (event instanceof RecordedEvent recorded
                && withoutRecord.stream().anyMatch(review -> review.toString()
                        .equals(recorded.facts().get("reviewId")))) {
            throw new IllegalStateException("not recorded");
        }
        published.add(RecordFixtures.fitting(event));
        process().on(event);
        if (event instanceof ConflictDeclared declared) {
            panel().alternates().on(declared);
            handingToBoard().on(declared);
        }
        if (event instanceof AbsenceBegun begun) {
            panel().absence().on(begun);
        }
    };
    private @Nullable PanelWorld panelOrNull;
    final SettableClock clock = new SettableClock(Instant.now());

    /** Reading the tables takes a hundred times as long as asking them. */
    private static final Policy PACKED = EvaluatedPolicy.packed();

    final Policy policy = PACKED;
    private Policy inForce = PACKED;

    /** What triage asks. */
    Policy triageTables = PACKED;

    final EvidenceTables evidence;
    private final Json json = new Json(JsonMapper.builder().build());
    final FakeNeighbours.Register register = new FakeNeighbours.Register(jdbc);
    final FakeNeighbours.Papers papers = new FakeNeighbours.Papers();
    final FakeExecutedCopies executed = new FakeExecutedCopies(jdbc, papers);
    final FakeNeighbours.People people = new FakeNeighbours.People();

    /** Contracts about which a collective letter waits for an answer. */
    final Set<ContractId> letters = new HashSet<>();

    /** Account names of those who may know classified terms. */
    final Set<String> cleared = new HashSet<>();

    final ReviewCases reviews = new ReviewCases(jdbc, json);
    final StageResults results = new StageResults(jdbc, json);
    final Assessments assessments = new Assessments(jdbc, json);
    private final AssessmentDrafts drafts = new AssessmentDrafts(jdbc, json);
    private final PolicyOfReview policies = new PolicyOfReview(policy, results);
    final DeltaTables deltas = new DeltaTables(jdbc);
    final VoteRounds rounds = new VoteRounds(jdbc, json);
    final Votes votes = new Votes(jdbc);
    final Decisions decisions = new Decisions(jdbc, json);
    final Recusals recusals = new Recusals(jdbc);
    final ConflictDeclarations declarations = new ConflictDeclarations(jdbc);
    final Appeals appeals = new Appeals(jdbc);
    final WeighedFacts weighed = new WeighedFacts(jdbc);
    final Clarifications clarifications = new Clarifications(jdbc);
    final PanelTables tables = new PanelTables(jdbc, json, clock);
    private final Participation participation =
            new Participation(new PeopleWithAPart(jdbc, reviews, rounds), tables.delegations(), people);
    private final Notices notices = new Notices(events, rounds, tables.seats(), participation);
    private final StageWork work;
    final Reviews face;

    ReviewWorld() {
        evidence = EvidenceTables.on(jdbc, results, events);
        ReviewDatabase.forgetTermsAbsencesAndOpenVotes();
        processOrNull = new FakeNeighbours.OpenStages(reviews, results, deltas.reviews(), this::declares);
        work = new StageWork(reviews, results, participation, process(), register, notices, events, clock);
        panelOrNull = new PanelWorld(
                tables,
                people,
                participation,
                new PanelWorld.Votes(reviews, rounds, votes, recusals),
                work,
                new PanelWorld.Outside(
                        register,
                        new FakeNeighbours.HeadOfRecord(),
                        events,
                        new DataSourceTransactionManager(ReviewDatabase.asApplication()),
                        clock));
        people.add(DANA, HELEN, LEO, AMIR, BEA);
        leadDeltaReviews();
        face = new ReviewsOfDatabase(
                reviews,
                participation,
                rounds,
                votes,
                appealPeriod(),
                new PassingTime(reviews, appeals, register, notices, events, clock));
    }

    private void leadDeltaReviews() {
        process().leads(new DeltaReviewsOfDatabase(reviews, deltas.items(), carrying()));
    }

    private WholeReasons wholeReasons() {
        return new WholeReasons(deltas.items(), inForce, MeasureTables.waits(jdbc), clock);
    }

    /** From now on a later version is in force, which differs in these files from the one every decision so far cites. */
    void rulesChange(String... files) {
        PolicyVersion now = PACKED.current();
        PolicyVersion next = new PolicyVersion(now.number() + 1, now.contentHash(), now.effectiveFrom());
        inForce = (Policy) Proxy.newProxyInstance(
                Policy.class.getClassLoader(),
                new Class<?>[] {Policy.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "current" -> next;
                    case "changedSince" -> Set.of(files);
                    default -> method.invoke(PACKED, arguments);
                });
    }

    CarryingOver carrying() {
        return new CarryingOver(deltas.reviews(), deltas.items(), wholeReasons(), decisions, results, papers, events);
    }

    OpeningDeltaReview openingDelta() {
        return new OpeningDeltaReview(
                reviews, deltas.reviews(), wholeReasons(), new NextReview(papers), register, notices, events);
    }

    void reopen(ReviewId review, CarriedItem item, String reason, Actor actor) {
        inTransaction(() -> reopening().reopen(review, item.id(), reason, actor));
    }

    ReopeningCarriedOver reopening() {
        return new ReopeningCarriedOver(
                reviews,
                deltas.items(),
                beginningWhole(),
                results,
                participation,
                rounds,
                votes,
                process(),
                register,
                notices,
                events,
                clock);
    }

    private BeginningWhole beginningWhole() {
        return new BeginningWhole(
                reviews,
                deltas.reviews(),
                carrying(),
                results,
                rounds,
                votes,
                process(),
                register,
                notices,
                events,
                clock);
    }

    FakeNeighbours.OpenStages process() {
        return Objects.requireNonNull(processOrNull);
    }

    StageWork work() {
        return work;
    }

    PanelWorld panel() {
        return Objects.requireNonNull(panelOrNull);
    }

    private HandingDecisionToBoard handingToBoard() {
        return new HandingDecisionToBoard(reviews, participation, process(), register, notices);
    }

    <T> T inTransaction(Supplier<T> step) {
        return Objects.requireNonNull(transaction.execute(status -> step.get()));
    }

    void inTransaction(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    List<String> kinds() {
        return published.stream()
                .filter(RecordedEvent.class::isInstance)
                .map(event -> ((RecordedEvent) event).kind())
                .toList();
    }

    RecordedEvent last(String kind) {
        return published.stream()
                .filter(RecordedEvent.class::isInstance)
                .map(RecordedEvent.class::cast)
                .filter(event -> event.kind().equals(kind))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    // --- contracts

    ContractId borderContract() {
        return register.add(AgencyType.BORDER, Set.of("ENFORCEMENT_DATA_FUSION"), SOFIA.username());
    }

    ContractId courtContract() {
        return register.add(AgencyType.PROSECUTION_COURTS, Set.of("PRODUCTIVITY_SAAS"), SOFIA.username());
    }

    ContractId libraryContract() {
        return register.add(AgencyType.CULTURE, Set.of("PUBLIC_WEBSITE"), SOFIA.username());
    }

    // --- steps

    SubmittingForReview submitting() {
        return new SubmittingForReview(
                reviews,
                decisions,
                register,
                papers,
                plannedSignature(),
                new AccountTeams(new PayDenials(jdbc), people),
                opening(),
                events,
                clock);
    }

    private OpeningReview opening() {
        return new OpeningReview(reviews, register, notices, events);
    }

    ReviewId submit(ContractId contract, Actor actor) {
        return inTransaction(() -> submitting()
                .submit(
                        contract,
                        new Submission("Case handling", LocalDate.now(clock).plusDays(40), List.of("tom.lindqvist")),
                        actor));
    }

    void checkDocuments(ReviewId review, Actor actor) {
        process().hold(review, actor.username());
        String hash = papers.documentSetHash(reviews.get(review).contract());
        inTransaction(() -> new CheckingDocuments(work, reviews, papers, new RedFlags(new NoFindings(), contract -> {}))
                .check(review, new CheckingDocuments.Check(hash, true, ""), actor));
    }

    void legal(ReviewId review, LegalResult result, Actor actor) {
        process().hold(review, actor.username());
        inTransaction(() -> new DecidingLegalStop(work, reviews, register, notices)
                .decide(review, result, "No embargo applies.", actor));
    }

    ConfirmingTriage triaging() {
        TriageSignals signals = new TriageSignals(
                MeasureTables.letters(letters),
                MeasureTables.heard(jdbc),
                RetriageTables.findings(jdbc, json),
                ReturningTables.deals(jdbc, register, clock),
                new EarlierRecords(jdbc),
                new RedFlags(new NoFindings(), contract -> {}),
                new NoScreenings());
        return new ConfirmingTriage(
                work,
                reviews,
                results,
                register,
                weighed,
                carrying(),
                openingVote(),
                triageTables,
                signals,
                new GatheringTriageFacts(
                        carrying(),
                        signals,
                        new NothingIncorporated(),
                        new RegisteredRecords(agencies -> Optional.empty(), countries -> Optional.empty())),
                new LearnedRecords(jdbc));
    }

    static TriageAnswers harmless() {
        return new TriageAnswers("LOW", "NONE", false, false, false, false, false, false, "");
    }

    Tier triage(ReviewId review, TriageAnswers answers, @Nullable Tier tier, String reason, Actor actor) {
        process().hold(review, actor.username());
        return inTransaction(() -> triaging().confirm(review, answers, SameDeal.NOTHING_SAID, tier, reason, actor));
    }

    static Findings research(boolean independent) {
        return new Findings(
                "Case handling",
                "Joins records",
                "Could trace families",
                "",
                List.of(new Claim(
                        Supports.AGENCY_RECORD, "The agency detains", null, EvidenceTables.ruling(independent))));
    }

    RecordingResearch recordingResearch() {
        return new RecordingResearch(work, evidence.sources(), clock);
    }

    void research(ReviewId review, Findings findings, Actor actor) {
        process().hold(review, actor.username());
        inTransaction(() -> recordingResearch().record(review, findings, actor));
    }

    static Impact impact(String right, @Nullable Integer scale, int scope, int irremediability, Likelihood likelihood) {
        return new Impact(
                right,
                Impact.Kind.POTENTIAL,
                "Migrants",
                "Children",
                new Dimension(scale, scale == null ? "" : "Detention"),
                new Dimension(scope, "A region"),
                new Dimension(irremediability, "Years"),
                likelihood,
                Involvement.LINKED,
                Leverage.SOME,
                "Terms of the contract",
                "",
                List.of(),
                List.of(1));
    }

    RecordingAssessment recordingAssessment() {
        return new RecordingAssessment(
                work, assessments, drafts, openingVote(), policies, evidence.grounds(), dueRights());
    }

    private DueRights dueRights() {
        return new DueRights(policies, deltas.items(), weighed);
    }

    private boolean signedOnce(ContractId contract) {
        return jdbc.sql("select review.signed_once(:contract)")
                .param("contract", contract.value())
                .query(Boolean.class)
                .single();
    }

    private OpeningVote openingVote() {
        return new OpeningVote(
                assessments, results, rounds, new DecisionSpaces(policy), policies, panel().drawing(), limits());
    }

    private SpaceLimits limits() {
        return new SpaceLimits(
                this::signedOnce,
                register,
                people,
                participation,
                new SpaceLimits.Cleared(cleared),
                MeasureTables.heard(jdbc));
    }

    void assess(ReviewId review, Actor actor, Impact... impacts) {
        inTransaction(() -> evidence.consult(reviews.get(review), Consultation.Kind.AFFECTED, actor.username()));
        assess(review, "", actor, impacts);
    }

    /** Nobody is consulted but by the log as it stands. */
    void assess(ReviewId review, String proxyReason, Actor actor, Impact... impacts) {
        draft(review, proxyReason, actor, impacts);
        inTransaction(() -> recordingAssessment().record(review, actor));
    }

    /** From the beginning, whatever was drafted before. */
    void draft(ReviewId review, String proxyReason, Actor actor, Impact... impacts) {
        draft(review, marks -> new Marks(marks, UntouchedReasons.of(marks.keySet()), "", proxyReason), actor, impacts);
    }

    /** With these reasons why rights are not touched. */
    void draft(ReviewId review, Map<String, String> reasons, Actor actor, Impact... impacts) {
        draft(review, marks -> new Marks(marks, reasons, "", ""), actor, impacts);
    }

    private void draft(ReviewId review, Function<Map<String, Boolean>, Marks> said, Actor actor, Impact... impacts) {
        drafts.clear(review, reviews.get(review).pass());
        process().hold(review, actor.username());
        Map<String, Boolean> marks = new HashMap<>();
        policy.rights().stream().map(HumanRight::code).forEach(code -> marks.put(code, false));
        deltas.items().rightsStanding(review, reviews.get(review).pass()).forEach(marks::remove);
        for (Impact impact : impacts) {
            marks.put(impact.right(), true);
            inTransaction(() -> drafting().write(review, impact, 0, actor));
        }
        inTransaction(() -> drafting().mark(review, said.apply(marks), 0, actor));
    }

    private DraftingAssessment drafting() {
        return new DraftingAssessment(work, drafts, policies, deltas.items());
    }

    /** Sent with these marks and no reason why a right is not touched. */
    void markOnly(ReviewId review, Actor actor, Map<String, Boolean> marks) {
        process().hold(review, actor.username());
        inTransaction(() -> drafting().mark(review, new Marks(marks, Map.of(), "x", ""), 0, actor));
        inTransaction(() -> recordingAssessment().record(review, actor));
    }

    void mitigate(ReviewId review, Mitigation mitigation, Actor actor) {
        process().hold(review, actor.username());
        inTransaction(() -> new AgreeingMitigation(
                        work,
                        assessments,
                        openingVote(),
                        policies,
                        new SafeguardProposals(new EverySafeguard()),
                        new SafeguardClauses(new NoNamedClauses(), papers))
                .agree(review, mitigation, actor));
    }

    static Mitigation unchanged(@Nullable Boolean gaps, Impact... impacts) {
        return new Mitigation(
                List.of(new Measure(MeasureKind.CONTRACTUAL, "Audit right", "Clause 9", List.of("R05"))),
                Arrays.stream(impacts)
                        .map(impact -> new Residual(
                                impact.right(),
                                impact.scale().value(),
                                impact.scope().value(),
                                impact.irremediability().value(),
                                impact.likelihood(),
                                Map.of()))
                        .toList(),
                safeguards(gaps),
                Boolean.TRUE.equals(gaps) ? "End-use restriction refused" : "",
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** @param gaps true where the customer refused one that blocks; null where nobody looked */
    static Map<String, SafeguardState> safeguards(@Nullable Boolean gaps) {
        Map<String, SafeguardState> states = new LinkedHashMap<>();
        if (gaps != null) {
            PACKED.safeguards().forEach(safeguard -> states.put(safeguard.code(), SafeguardState.PRESENT));
        }
        if (Boolean.TRUE.equals(gaps)) {
            states.put("END_USE_RESTRICTION", SafeguardState.REFUSED);
        }
        return states;
    }

    ClosingVote closing() {
        MissedQuorum missed =
                new MissedQuorum(events, new DataSourceTransactionManager(ReviewDatabase.asApplication()));
        ReadyToClose ready = new ReadyToClose(panel().votes(), tables.seats(), recusals, people, missed);
        return new ClosingVote(
                work, rounds, votes, recusals, notices, panel().drawing(), panel().chair(), ready, limits());
    }

    static Ballot ballot(Role role, Vote.Choice choice) {
        return new Ballot(role, choice, List.of("R05"), Severity.SERIOUS, "", "Because of detention.", List.of(), true);
    }

    /** Signed before the first task of a review, as everybody does: whoever holds a task, votes or closes a vote here has no interest. */
    void declares(ReviewId review, String person) {
        declarations.add(review, person, null, clock.instant());
    }

    DeclaringInterests declaring() {
        return new DeclaringInterests(reviews, participation, declarations, recusals, events, clock);
    }

    void vote(ReviewId review, Role role, Vote.Choice choice, Actor actor) {
        vote(review, ballot(role, choice), actor);
    }

    void vote(ReviewId review, Ballot ballot, Actor actor) {
        CastingVote casting =
                new CastingVote(work, participation, rounds, votes, closing(), policy, tables.seats(), declaring());
        inTransaction(() -> casting.cast(review, ballot, actor));
    }

    /** The chair fills the seats without a vote to come. */
    List<String> fillSeats(ReviewId review, Actor actor) {
        declares(review, actor.username());
        return inTransaction(() -> panel().filling().fill(review, actor));
    }

    void closeVote(ReviewId review, Actor actor) {
        declares(review, actor.username());
        inTransaction(() -> closing().close(review, actor));
    }

    private DecisionBasis basis() {
        return new DecisionBasis(
                rounds,
                votes,
                recusals,
                results,
                new VerdictRules(policy, people),
                clock,
                limits(),
                policies,
                appealPeriod());
    }

    private RecordingDecision recordingDecision() {
        return new RecordingDecision(
                work,
                reviews,
                basis(),
                decisions,
                new DecisionFactsOfRecord(events, carrying(), policies, notices, ResidualTables.on(jdbc)),
                weighed,
                deltas.reviews(),
                new Returning(reviews, clarifications, register),
                register,
                MeasureTables.waits(jdbc),
                MeasureTables.noConcerns(jdbc));
    }

    Verdict verdict(Outcome outcome) {
        boolean approves = outcome == Outcome.APPROVE || outcome == Outcome.CONDITIONAL;
        return new Verdict(
                outcome,
                "The panel weighed detention against the safeguards.",
                List.of("R05"),
                outcome == Outcome.CONDITIONAL
                        ? List.of(new ProposedCondition(
                                "No use for removal",
                                "mona.keller",
                                LocalDate.now(clock).plusDays(30),
                                true,
                                "Audit report"))
                        : List.of(),
                approves ? LocalDate.now(clock).plusMonths(3) : null,
                outcome == Outcome.RETURN ? "Which offices will use it?" : "");
    }

    void decide(ReviewId review, Verdict verdict, Actor actor) {
        process().hold(review, actor.username());
        inTransaction(() -> recordingDecision().record(review, verdict, Map.of(), actor));
    }

    void answer(ReviewId review, String answer, Actor actor) {
        process().hold(review, actor.username());
        inTransaction(() -> new AnsweringClarification(work, clarifications, register).answer(review, answer, actor));
    }

    ConfirmingSignature gate() {
        return new ConfirmingSignature(
                work,
                reviews,
                decisions,
                results,
                weighed,
                papers,
                register,
                new Returning(reviews, clarifications, register),
                openingDelta(),
                beforeSignature(),
                execution());
    }

    BeforeSignature beforeSignature() {
        return new BeforeSignature(
                MeasureTables.waits(jdbc),
                MeasureTables.heard(jdbc),
                decisions,
                appeals,
                MeasureTables.letters(letters),
                appealPeriod(),
                clock);
    }

    CheckingExecution execution() {
        return ExecutionTables.checking(executed, jdbc, clock);
    }

    /** Where nothing else is stated of the signature, a copy is brought that both sides signed today. */
    StageForm.GateResult sign(ReviewId review, ConfirmingSignature.Confirmation confirmation, Actor actor) {
        process().hold(review, actor.username());
        boolean states = Boolean.TRUE.equals(confirmation.same())
                && confirmation.execution().equals(Execution.NONE);
        Confirmation whole = states
                ? new Confirmation(true, confirmation.licence(), confirmation.difference(), signedToday(review, actor))
                : confirmation;
        return inTransaction(() -> gate().confirm(review, whole, actor));
    }

    /** What legal states of a copy that it brings now. */
    Execution signedToday(ReviewId review, Actor actor) {
        process().hold(review, actor.username());
        SentDocument file = new SentDocument("signed.docx", new ByteArrayResource(new byte[] {1}));
        DocumentVersion copy = inTransaction(
                        () -> ExecutionTables.bringing(work, executed, jdbc).bring(review, List.of(file), actor))
                .get(0);
        return new Execution(
                List.of(copy.id()),
                "Sofia Marin, Sales",
                "Jane Doe, Contracting Officer",
                execution().today(),
                false);
    }

    /** Keeps what legal states of a copy that it brings now, without confirming the signature. */
    UUID executed(Decision decision, Actor actor) {
        ReviewCase review = reviews.get(decision.review());
        Execution stated = signedToday(decision.review(), actor);
        CheckingExecution checking = execution();
        return inTransaction(() -> checking.keep(
                review, decision, checking.confirmed(review, decision, stated), actor.username(), clock.instant()));
    }

    void appeal(ReviewId review, String reasons, Actor actor) {
        FilingAppeal filing = new FilingAppeal(
                reviews,
                decisions,
                appeals,
                new Appellants(recusals, noConcerns()),
                joining(),
                register,
                notices,
                appealPeriod(),
                events,
                clock);
        inTransaction(() -> filing.file(review, reasons, "", actor));
    }

    private JoiningAppeal joining() {
        return new JoiningAppeal(
                appeals, new AppealJoinings(jdbc), decisions, appealPeriod(), register, notices, events, clock);
    }

    private static ConcernKnowledge noConcerns() {
        return new NothingWithheld();
    }

    private static AppealPeriod appealPeriod() {
        return new AppealPeriod(WorkingDays.mondayToFriday(ZoneOffset.UTC), new ReviewProperties(10, 20));
    }

    private static PlannedSignature plannedSignature() {
        return new PlannedSignature(WorkingDays.mondayToFriday(ZoneOffset.UTC), new ReviewProperties(10, 20));
    }

    void rule(ReviewId review, StageForm.AppealResult result, Actor actor) {
        process().hold(review, actor.username());
        rule(review, result, new Verdict(null, "The board read the dissents.", List.of(), List.of(), null, ""), actor);
    }

    void rule(ReviewId review, StageForm.AppealResult result, Verdict verdict, Actor actor) {
        process().hold(review, actor.username());
        inTransaction(() -> new DecidingAppeal(
                        work,
                        reviews,
                        appeals,
                        joining(),
                        changing(),
                        new Returning(reviews, clarifications, register),
                        notices)
                .rule(review, result, verdict, Map.of(), actor));
    }

    private ChangingDecision changing() {
        return new ChangingDecision(
                reviews,
                basis(),
                decisions,
                new DecisionFactsOfRecord(events, carrying(), policies, notices, ResidualTables.on(jdbc)),
                weighed,
                register,
                MeasureTables.waits(jdbc),
                MeasureTables.noConcerns(jdbc),
                limits());
    }

    void voteOnAppeal(ReviewId review, StageForm.AppealResult choice, Actor actor) {
        voteOnAppeal(review, choice, null, actor);
    }

    void voteOnAppeal(ReviewId review, StageForm.AppealResult choice, @Nullable Outcome outcome, Actor actor) {
        declares(review, actor.username());
        inTransaction(() -> new VotingOnAppeal(reviews, appeals, joining(), participation, changing(), work, clock)
                .vote(review, choice, outcome, "Because of " + actor.username(), actor));
    }

    /** The account owner changes facts of the contract, for example {@code end_users = '{Police}'}. */
    void change(ContractId contract, String assignment) {
        WatchingFacts watching = new WatchingFacts(reviews, results, decisions, weighed, ending(), endedByHold());
        inTransaction(() -> {
            slipIn(contract, assignment);
            watching.on(
                    new ContractChanged(contract, "C-000001", 1, List.of("any"), SOFIA.username(), clock.instant()));
        });
    }

    private ReviewsEndedByHold endedByHold() {
        return new ReviewsEndedByHold(jdbc, reviews, decisions);
    }

    private EndingApprovals ending() {
        return new EndingApprovals(
                reviews,
                decisions,
                new Returning(reviews, clarifications, register),
                register,
                openingDelta(),
                process(),
                notices,
                events,
                clock);
    }

    CallingIn callingIn() {
        return new CallingIn(reviews, new CalledInReviews(jdbc), register, papers, people, opening(), events, clock);
    }

    /** A concern asks for it, and the measure is kept. */
    Optional<ReviewId> reopenBecauseOfConcern(ContractId contract) {
        return inTransaction(() -> {
            Optional<ReviewId> opened = new ReopeningReview(
                            reviews, decisions, register, ending(), beginningWhole(), callingIn(), endedByHold())
                    .open(contract);
            MeasureTables.reopeningTaken(jdbc, contract, opened.orElse(null), LocalDate.now(clock));
            return opened;
        });
    }

    /** Changes facts in the table, past every use case. */
    void slipIn(ContractId contract, String assignment) {
        jdbc.sql("update contract.contract set " + assignment + " where id = :id")
                .param("id", contract.value())
                .update();
    }

    /** The timer that looks for approvals past their last day. */
    void approvalsRunOut() {
        new RunningOut(jdbc, events, notices, new DataSourceTransactionManager(ReviewDatabase.asApplication()), clock)
                .run();
    }

    void recuse(ReviewId review, Stage stage, Actor actor) {
        inTransaction(() -> declaring().declareConflict(review, stage, Recusals.Interest.SHARES, actor));
    }

    // --- roads

    /** A T3 review of a border contract up to the open vote. */
    ReviewId upToTheVote(Impact... impacts) {
        ReviewId review = submit(borderContract(), SOFIA);
        upToTheVote(review, harmless(), impacts);
        return review;
    }

    void upToTheVote(ReviewId review, TriageAnswers answers, Impact... impacts) {
        checkDocuments(review, PRIYA);
        legal(review, LegalResult.CLEAR, PRIYA);
        Tier tier = triage(review, answers, null, "", TARIQ);
        if (tier != Tier.T1) {
            research(review, research(true), DANA);
        }
        assess(review, DANA, impacts);
        if (tier != Tier.T1) {
            mitigate(review, unchanged(false, impacts), PRIYA);
        }
    }

    static Impact serious() {
        return impact("R05", 3, 2, 2, Likelihood.POSSIBLE);
    }

    static Impact moderate() {
        return impact("R15", 2, 2, 2, Likelihood.POSSIBLE);
    }

    void fiveVotes(ReviewId review, Vote.Choice majority, Vote.Choice minority) {
        vote(review, Role.HR_REVIEWER, majority, DANA);
        vote(review, Role.HR_REVIEWER, majority, HELEN);
        vote(review, Role.LEGAL_REVIEWER, majority, LEO);
        vote(review, Role.EMPLOYEE_PANELIST, majority, AMIR);
        vote(review, Role.EMPLOYEE_PANELIST, minority, BEA);
    }

    ReviewId decided(Outcome outcome, Impact... impacts) {
        ReviewId review = upToTheVote(impacts);
        fiveVotes(review, Vote.Choice.valueOf(outcome.name()), Vote.Choice.REJECT);
        closeVote(review, RUTH);
        decide(review, verdict(outcome), RUTH);
        return review;
    }
}
