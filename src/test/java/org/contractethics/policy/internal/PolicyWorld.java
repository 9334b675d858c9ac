package org.contractethics.policy.internal;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.contractethics.MigratedDatabase;
import org.contractethics.SettableClock;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.NothingWithheld;
import org.contractethics.shared.Notice;
import org.contractethics.shared.OpenMatters;
import org.contractethics.shared.OpenMatters.OpenMatter;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The versions of the policy on a real database, and what people do with them in words. */
final class PolicyWorld {

    static final Actor DANA = new Actor("dana.whitfield", "Dana", Set.of(Role.HR_REVIEWER, Role.EMPLOYEE));
    static final Actor GEORGE = new Actor("george.tan", "George", Set.of(Role.BOARD_COMMITTEE, Role.EMPLOYEE));
    static final Actor GRETA = new Actor("greta.lind", "Greta", Set.of(Role.BOARD_COMMITTEE));
    static final Actor ERIN = new Actor("erin.walsh", "Erin", Set.of(Role.EMPLOYEE));
    static final Actor FATIMA = new Actor("fatima.noor", "Fatima", Set.of(Role.EXTERNAL_FILER));

    private final MigratedDatabase database = MigratedDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(database.asApplication());
    final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final TransactionTemplate transaction;
    final List<Object> published = new ArrayList<>();

    /** Concerns about the policy that wait for their answer, and what is said of them. */
    final List<OpenMatter> open = new ArrayList<>();

    final Map<String, String> said = new HashMap<>();
    final GivenCases cases = new GivenCases();
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));

    final PolicyVersions versions;
    final PolicyInForce policy;
    final Comments comments;
    final PolicyConcerns weighing;
    private final BringingIntoForce bringing;
    private final ProposingVersion proposing;
    private final CommentingVersion commenting;
    private final DecidingVersion deciding;
    private final InstallingPolicy installing;

    /** Roles that the identity provider tells anew; of others it does not answer. */
    final Map<String, Set<Role>> rolesNow = new HashMap<>();

    PolicyWorld() {
        this(0);
    }

    /** @param consultationDays whole days between a proposal and its approval */
    PolicyWorld(int consultationDays) {
        var source = database.asApplication();
        JdbcClient application = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        versions = new PolicyVersions(application);
        comments = new Comments(application);
        weighing = new PolicyConcerns(application, concerns(), new NothingWithheld(), this::publish);
        policy = new PolicyInForce(versions, clock);
        MovingVersions moving = new MovingVersions(versions, this::publish);
        bringing = new BringingIntoForce(versions, moving, this::publish, clock);
        proposing = new ProposingVersion(
                versions,
                moving,
                bringing,
                policy,
                people(),
                new ConsultationProperties(consultationDays),
                this::publish,
                clock);
        commenting = new CommentingVersion(versions, comments, this::publish, clock);
        OwnInterests own = new OwnInterests(versions, new DryRun(cases, policy));
        deciding =
                new DecidingVersion(versions, moving, bringing, policy, weighing, own, people(), this::publish, clock);
        installing = new InstallingPolicy(versions, moving, policy, this::publish, clock);
    }

    private PeopleDirectory people() {
        return new PeopleDirectory() {

            @Override
            public Optional<Set<Role>> rolesNow(String username) {
                return Optional.ofNullable(rolesNow.get(username));
            }

            @Override
            public Optional<Person> find(String username) {
                return Optional.empty();
            }

            @Override
            public List<Person> withRole(Role role) {
                return List.of();
            }
        };
    }

    private OpenMatters concerns() {
        return new OpenMatters() {

            @Override
            public List<OpenMatter> open(ConcernMatter.Kind kind, Actor viewer) {
                return List.copyOf(open);
            }

            @Override
            public List<OpenMatter> told(ConcernMatter.Kind kind, Actor viewer) {
                return List.copyOf(open);
            }
        };
    }

    void start(PolicyContent packed) {
        transaction.executeWithoutResult(status -> installing.install(packed, LocalDate.of(2026, 11, 2)));
    }

    /** Only the words change, so that the version is valid whatever the tables say. */
    int proposed(String text, Actor author) {
        return propose(new Proposal(policy.current().number(), text, Map.of(), "Because", today()), author);
    }

    int propose(Proposal proposal, Actor author) {
        return inTransaction(() -> proposing.propose(proposal, author));
    }

    void comment(int number, String text, Actor actor) {
        transaction.executeWithoutResult(status -> commenting.comment(number, text, actor));
    }

    void approve(int number, Actor actor) {
        transaction.executeWithoutResult(status -> deciding.approve(number, "It is right.", said, actor));
    }

    /** Does the first and commits it only when the second, of somebody else, waits for it or is refused. */
    void beforeCommit(Runnable first, Runnable second) throws Exception {
        CompletableFuture<Void> other = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            first.run();
            other.completeAsync(() -> {
                second.run();
                return null;
            });
            await().until(() -> other.isDone() || waiting() > 0);
        });
        other.get(60, TimeUnit.SECONDS);
    }

    private int waiting() {
        return owner.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }

    void withdraw(int number, Actor actor) {
        transaction.executeWithoutResult(status -> deciding.withdraw(number, "It is wrong.", actor));
    }

    void timePasses() {
        transaction.executeWithoutResult(status -> bringing.whatIsDue());
    }

    void recurs() {
        var source = database.asApplication();
        new LookingAgain(
                        versions,
                        JdbcClient.create(source),
                        this::publish,
                        new DataSourceTransactionManager(source),
                        clock)
                .run();
    }

    private void publish(Object event) {
        published.add(RecordFixtures.fitting(event));
    }

    VersionState state(int number) {
        return versions.get(number).state();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    List<String> kinds() {
        return published.stream()
                .filter(RecordedEvent.class::isInstance)
                .map(event -> ((RecordedEvent) event).kind())
                .toList();
    }

    List<String> notices() {
        return published.stream()
                .filter(Notice.class::isInstance)
                .map(event -> ((Notice) event).title())
                .toList();
    }

    <T> T inTransaction(Supplier<T> step) {
        return Objects.requireNonNull(transaction.execute(status -> step.get()));
    }
}
