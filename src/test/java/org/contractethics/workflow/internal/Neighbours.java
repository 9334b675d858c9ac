package org.contractethics.workflow.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.access.CurrentActor;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.concern.Concerns;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.PolicyChanges;
import org.contractethics.review.Delegations;
import org.contractethics.review.DeltaReviews;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUpTasks.FollowUpTask;
import org.contractethics.review.FollowUps;
import org.contractethics.review.PartsInReviews;
import org.contractethics.review.Questions;
import org.contractethics.review.Reviews;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/** The other modules, as the processes see them: they note what they are told and answer what a test wants. */
final class Neighbours {

    /** Stages that a delta review carries over. */
    final Set<Stage> notDue = EnumSet.noneOf(Stage.class);

    final List<String> escalated = new ArrayList<>();
    final List<String> reminded = new ArrayList<>();
    int announcements;
    final List<String> told = new ArrayList<>();
    /** Whether no lot falls on anything. */
    boolean spared;

    final List<String> closedWithoutAppeal = new ArrayList<>();
    int cameIntoForce;
    final Map<String, List<String>> objections = new HashMap<>();
    /** Who signed no declaration of interests. */
    final Set<String> undeclared = new HashSet<>();

    final Map<ContractId, ReviewSummary> latest = new HashMap<>();
    final List<ReviewId> barsAskedOf = new ArrayList<>();
    final Map<String, List<String>> barred = new HashMap<>();
    /** The concern that a remediation began with; only the ombuds may know of these. */
    final Map<UUID, ConcernId> begunWith = new HashMap<>();

    final Map<String, Set<String>> covered = new HashMap<>();
    final Set<String> voted = new HashSet<>();
    final Map<String, Set<Role>> people = new HashMap<>();
    boolean directoryDown;
    final Map<ContractId, Contract> contracts = new HashMap<>();

    static Contract contract(ContractId id, String title) {
        return new Contract(
                id,
                1,
                "C-000184",
                title,
                "",
                new Agency("Border agency", null, AgencyType.BORDER, "US"),
                null,
                "We",
                null,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of("US"),
                new Contract.ContractValue(null, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null),
                "test",
                "sofia",
                ContractState.IN_REVIEW,
                null,
                null,
                EngineRig.MONDAY_MORNING);
    }

    DeltaReviews deltaReviews() {
        return new DeltaReviews() {

            @Override
            public boolean notDue(ReviewId review, Stage stage) {
                return notDue.contains(stage);
            }

            @Override
            public Set<Stage> carriedOver(ReviewId review) {
                return Set.copyOf(notDue);
            }

            @Override
            public boolean stillDelta(ReviewId review) {
                return notDue.contains(Stage.DOCUMENT_CHECK);
            }
        };
    }

    Reviews reviews() {
        return new Reviews() {

            @Override
            public Optional<ReviewSummary> find(ReviewId id) {
                return Optional.empty();
            }

            @Override
            public Optional<ReviewSummary> latestOf(ContractId contract) {
                return Optional.ofNullable(latest.get(contract));
            }

            @Override
            public Map<ContractId, ReviewSummary> latestOf(Collection<ContractId> contracts) {
                return contracts.stream()
                        .filter(latest::containsKey)
                        .collect(Collectors.toMap(Function.identity(), latest::get));
            }

            @Override
            public PartsInReviews partsIn(Collection<ReviewId> ids) {
                return new AskedOneByOne(this, undeclared);
            }

            @Override
            public List<String> objections(ReviewId review, Stage stage, Actor actor) {
                return objections.getOrDefault(actor.username(), List.of());
            }

            @Override
            public List<String> bars(ReviewId review, Actor actor) {
                barsAskedOf.add(review);
                return barred.getOrDefault(actor.username(), List.of());
            }

            @Override
            public Instant appealPeriodEnd(Instant decidedAt) {
                return decidedAt.truncatedTo(ChronoUnit.DAYS).plus(15, ChronoUnit.DAYS);
            }

            @Override
            public boolean hasVoted(ReviewId review, Actor actor) {
                return voted.contains(actor.username());
            }

            @Override
            public void escalate(ReviewId review, Stage stage, Instant dueAt) {
                escalated.add(review + " " + stage + " " + dueAt);
            }

            @Override
            public void remind(ReviewId review, StageTask task) {
                told.add("due soon " + review + " " + task.stage() + " " + task.dueAt());
            }

            @Override
            public void appealPeriodOver(ReviewId review) {
                closedWithoutAppeal.add(review.toString());
            }
        };
    }

    Questions questions() {
        return new Questions() {

            @Override
            public List<String> objections(UUID question, Actor actor) {
                return objections.getOrDefault(actor.username(), List.of());
            }

            @Override
            public boolean isClosed(UUID question) {
                return true;
            }

            @Override
            public void remind(UUID question, Instant dueAt) {
                told.add("answer due soon " + dueAt);
            }

            @Override
            public void escalate(UUID question, Instant dueAt) {
                escalated.add(question + " " + dueAt);
            }
        };
    }

    FollowUps followUps() {
        return new FollowUps() {

            @Override
            public List<String> objections(UUID subject, FollowUpStep step, Actor actor) {
                return objections.getOrDefault(actor.username(), List.of());
            }

            @Override
            public Optional<ConcernId> concernOf(UUID subject, FollowUpStep step) {
                return Optional.ofNullable(begunWith.get(subject));
            }

            @Override
            public boolean mayKnow(UUID subject, FollowUpStep step, Actor actor) {
                return !begunWith.containsKey(subject) || actor.has(Role.OMBUDS);
            }

            @Override
            public Set<UUID> inPlaceOfChairs(Actor actor) {
                return Set.of();
            }

            @Override
            public PartsInFollowUps partsIn(Map<UUID, FollowUp> subjects) {
                return this::objections;
            }

            @Override
            public void escalate(UUID subject, FollowUpStep step, Instant dueAt) {
                escalated.add(step + " " + dueAt);
            }

            @Override
            public void remind(UUID subject, FollowUpTask task) {
                told.add(task.step() + " due soon, told to "
                        + (task.assignee() == null ? "its roles" : task.assignee()));
            }

            @Override
            public void conditionDueSoon(UUID condition) {
                told.add("condition due soon");
            }

            @Override
            public void longOverdue(UUID condition) {
                told.add("long overdue");
            }

            @Override
            public void interimOver(UUID measure) {
                told.add("interim over");
            }

            @Override
            public void reReviewDue(UUID reReview) {
                told.add("re-review due");
            }

            @Override
            public boolean drawLot(UUID sampleReview) {
                told.add("lot drawn");
                return !spared;
            }
        };
    }

    Concerns concerns() {
        return new Concerns() {

            @Override
            public Map<ContractId, Integer> openOn(Collection<ContractId> contracts, Actor viewer) {
                return contracts.stream().collect(Collectors.toMap(Function.identity(), id -> 2));
            }

            @Override
            public boolean mayHandle(ConcernId concern, Actor officer) {
                return officer.has(Role.OMBUDS);
            }

            @Override
            public Handling handlingOf(Collection<ConcernId> concerns) {
                return this::mayHandle;
            }

            @Override
            public LocalDate filedOn(ConcernId concern) {
                return LocalDate.of(2026, 11, 23);
            }

            @Override
            public LocalDate decideAppealBy(ConcernId concern) {
                return LocalDate.of(2027, 4, 30);
            }

            @Override
            public void remind(ConcernId concern) {
                reminded.add(concern.toString());
            }

            @Override
            public boolean isDone(ConcernId concern, String task) {
                return true;
            }

            @Override
            public LocalDate acknowledgeBy(ConcernId concern) {
                return LocalDate.of(2026, 11, 30);
            }

            @Override
            public LocalDate answerBy(ConcernId concern) {
                return LocalDate.of(2027, 2, 23);
            }

            @Override
            public void announce() {
                announcements++;
            }

            @Override
            public void escalate(ConcernId concern) {
                escalated.add(concern.toString());
            }
        };
    }

    PolicyChanges policyChanges() {
        return new PolicyChanges() {

            @Override
            public List<String> objections(UUID version, Actor actor) {
                return objections.getOrDefault(actor.username(), List.of());
            }

            @Override
            public boolean isDecided(UUID version) {
                return true;
            }

            @Override
            public void remind(UUID version, Instant dueAt) {
                told.add("policy due soon " + dueAt);
            }

            @Override
            public void escalate(UUID version) {
                escalated.add(version.toString());
            }

            @Override
            public void comeIntoForce() {
                cameIntoForce++;
            }
        };
    }

    ContractRegister register() {
        return new ContractRegister() {

            @Override
            public Optional<Contract> find(ContractId id) {
                return Optional.ofNullable(contracts.get(id));
            }

            @Override
            public Map<ContractId, Contract> findAll(Collection<ContractId> ids) {
                return ids.stream()
                        .filter(contracts::containsKey)
                        .collect(Collectors.toMap(Function.identity(), contracts::get));
            }

            @Override
            public Contract get(ContractId id) {
                return find(id).orElseThrow();
            }

            @Override
            public boolean mayReadFacts(Contract contract, Actor viewer) {
                return true;
            }

            @Override
            public Contract entrust(ContractId id, Actor owner, Actor by) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void reviewProgressed(
                    ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome) {
                throw new UnsupportedOperationException();
            }
        };
    }

    PeopleDirectory people() {
        return new PeopleDirectory() {

            @Override
            public Optional<Person> find(String username) {
                if (directoryDown) {
                    throw new PeopleUnavailable("who is " + username);
                }
                return Optional.ofNullable(people.get(username))
                        .map(roles -> new Person(username, username, "", roles));
            }

            @Override
            public List<Person> withRole(Role role) {
                return List.of();
            }
        };
    }

    Delegations delegations() {
        return delegate -> covered.getOrDefault(delegate, Set.of());
    }

    CurrentActor current() {
        return () -> Actor.SYSTEM;
    }
}
