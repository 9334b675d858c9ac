package org.contractethics.screening.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.screening.internal.lists.ListReaders;
import org.contractethics.screening.internal.lists.MalformedList;
import org.contractethics.screening.internal.lists.ParsedList;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A legal reviewer names a source and brings versions of its list. A file that cannot be read whole, or lost more than a fifth of its
 * entries, is refused and the version before it stays in force: half a list would say "no hit" of those who stand in its other half.
 */
@Service
public class LoadingLists {

    private static final Logger log = LoggerFactory.getLogger(LoadingLists.class);
    private static final int LONGEST_WHY = 1_000;

    private final ListStore lists;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    /** A refusal is kept although the request that it answers keeps nothing. */
    private final TransactionTemplate apart;

    private final Clock clock;

    LoadingLists(ListStore lists, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.lists = lists;
        this.events = events;
        this.transaction = transaction;
        this.apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @param same whether it is what was in force already */
    public record Loaded(ListVersion version, boolean same) {}

    /** A list that is read and does not take the place of the one in force. */
    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTaken(String why) {
            super(why);
        }
    }

    public boolean mayLoad(Actor actor) {
        return actor.has(Role.LEGAL_REVIEWER) && !actor.observes();
    }

    public UUID addSource(SourceDraft draft, Actor actor) {
        demand(actor);
        List<FormProblem> problems = draft.problems();
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant();
        ListSource source = draft.source(UUID.randomUUID(), actor.username(), now);
        transaction.executeWithoutResult(status -> {
            lists.lock(new UUID(0, 0));
            if (lists.named(source.name())) {
                throw Refused.invalid(List.of(new FormProblem(
                        "name", "There is a source of this name already. Upload the new version of its list there.")));
            }
            lists.add(source);
            events.publishEvent(new ScreeningFact(
                    "list-source-added",
                    null,
                    actor.username(),
                    now,
                    Map.of(
                            "sourceId", source.id().toString(),
                            "title", source.name(),
                            "format", source.format().name(),
                            "licence", source.licence(),
                            "staleAfterDays", source.staleAfterDays())));
        });
        return source.id();
    }

    /** @param typed the day of the list for lists that do not say it themselves */
    public Loaded load(UUID sourceId, Map<String, byte[]> files, @Nullable LocalDate typed, Actor actor) {
        demand(actor);
        ListSource source = lists.source(sourceId)
                .orElseThrow(() -> Refused.notFound("There is no such source of a list. It may have been mistyped."));
        if (files.isEmpty()) {
            throw Refused.invalid(List.of(new FormProblem("files", "Choose the files of the list.")));
        }
        String hash = hash(files);
        try {
            ParsedList parsed = ListReaders.read(source.format(), files);
            LocalDate stated = stated(parsed, typed);
            List<String> names = files.keySet().stream().sorted().toList();
            return Objects.requireNonNull(
                    transaction.execute(status -> keep(source, hash, names, parsed, stated, actor)));
        } catch (MalformedList | NotTaken refused) {
            throw refused(source, hash, String.valueOf(refused.getMessage()), actor);
        }
    }

    private LocalDate stated(ParsedList parsed, @Nullable LocalDate typed) {
        LocalDate stated = parsed.stated() == null ? typed : parsed.stated();
        if (stated == null) {
            throw Refused.invalid(List.of(new FormProblem(
                    "stated", "The list does not say of which day it is. Give the day on which it was published.")));
        }
        // a day ahead where it is published may not have begun here
        if (stated.isAfter(today().plusDays(1)) || stated.getYear() < 1990) {
            throw Refused.invalid(
                    List.of(new FormProblem("stated", "Give the day of the list: after 1989, and not in the future.")));
        }
        return stated;
    }

    private Loaded keep(
            ListSource source, String hash, List<String> files, ParsedList parsed, LocalDate stated, Actor actor) {
        lists.lock(source.id());
        Instant now = clock.instant();
        Optional<ListVersion> before = lists.inForce(source.id());
        if (before.isPresent() && before.get().sha256().equals(hash)) {
            return again(before.get(), stated, actor, now);
        }
        before.flatMap(version -> ListGuard.against(version, parsed.entries().size(), stated))
                .ifPresent(why -> {
                    throw new NotTaken(why);
                });
        ListVersion version = new ListVersion(
                UUID.randomUUID(),
                source.id(),
                before.map(ListVersion::number).orElse(0) + 1,
                hash,
                files,
                parsed.entries().size(),
                parsed.names(),
                stated,
                actor.username(),
                now);
        lists.add(version, parsed.entries());
        events.publishEvent(recorded("list-loaded", version, actor, now));
        log.info("list loaded source={} version={} entries={}", source.id(), version.number(), version.entries());
        return new Loaded(version, false);
    }

    /** Nothing is raised by it; where it is of a later day, the list is as fresh as that day. */
    private Loaded again(ListVersion version, LocalDate stated, Actor actor, Instant now) {
        if (stated.isAfter(version.statedOn())) {
            lists.retrieved(version, stated, actor.username(), now);
            events.publishEvent(recorded("list-found-unchanged", version, actor, now));
        }
        return new Loaded(lists.inForce(version.source()).orElse(version), true);
    }

    private static ScreeningFact recorded(String kind, ListVersion version, Actor actor, Instant now) {
        return new ScreeningFact(
                kind,
                null,
                actor.username(),
                now,
                Map.of(
                        "sourceId", version.source().toString(),
                        "versionId", version.id().toString(),
                        "number", version.number(),
                        "sha256", version.sha256(),
                        "entries", version.entries(),
                        "names", version.names(),
                        "statedOn", version.statedOn().toString()));
    }

    private Refused refused(ListSource source, String hash, String why, Actor actor) {
        String kept = why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why;
        Instant now = clock.instant();
        apart.executeWithoutResult(status -> {
            lists.refused(source.id(), hash, kept, actor.username(), now);
            events.publishEvent(new ScreeningFact(
                    "list-refused",
                    null,
                    actor.username(),
                    now,
                    Map.of("sourceId", source.id().toString(), "sha256", hash)));
            events.publishEvent(Notice.toRoles(
                    Set.of(Role.LEGAL_REVIEWER),
                    "A list was not taken: " + source.name(),
                    kept + " What was in force before stays in force.",
                    "/screening/lists"));
        });
        log.warn("list refused source={} sha256={}", source.id(), hash);
        String after = lists.inForce(source.id()).isPresent()
                ? " The list was not taken; the version before it stays in force."
                : " The list was not taken; nothing is screened against this source yet.";
        return Refused.invalid(List.of(new FormProblem("files", kept + after)));
    }

    private void demand(Actor actor) {
        if (!mayLoad(actor)) {
            throw Refused.notAllowed("Lists are uploaded by legal reviewers.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Whatever the files are called: the same list under other names is the same list. */
    private static String hash(Map<String, byte[]> files) {
        return Sha256.hex(files.values().stream().map(Sha256::hex).sorted().collect(Collectors.joining("\n")));
    }
}
