package org.contractethics.record.trail;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.contractethics.access.RouteRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.trail.RecordedRoutes.Recorded;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractOf;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Says what a request is about to show to whom, as far as that may be known. */
@Component
class DescribingAccess {

    /** Whoever holds no other role sees what everybody in the company sees, and may be about to raise a concern. */
    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE, Role.EXTERNAL_FILER);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Names of tasks have no dot, and the table takes none. */
    private static final Pattern TASK = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String CONTRACT_ID = "contractId";
    private static final int MOST_KNOWN = 10_000;

    private final RouteRights rights;
    private final ConcernKnowledge concerns;
    private final ContractOf contracts;
    private final Clock clock;
    private final Map<UUID, UUID> known = new ConcurrentHashMap<>();

    DescribingAccess(RouteRights rights, ConcernKnowledge concerns, ContractOf contracts, Clock clock) {
        this.rights = rights;
        this.concerns = concerns;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Empty where nothing may be kept: of a concern only that somebody read it who handles it, for anybody else could be its filer. */
    Optional<Access> describe(Recorded route, String pattern, HttpServletRequest request, Actor actor) {
        Map<String, String> parts = parts(request);
        String subject = subject(route, parts, request);
        if (route.kind() == AccessKind.CONCERN && !handles(subject, actor)) {
            return Optional.empty();
        }
        boolean named = route.kind() == AccessKind.CONCERN || !EVERYBODY.containsAll(actor.roles());
        Instant now = clock.instant();
        String shown = route.ofFile() ? file(subject, parts) : subject;
        return Optional.of(new Access(
                now.truncatedTo(named ? ChronoUnit.MILLIS : ChronoUnit.DAYS),
                named ? actor.username() : RecordEntry.UNNAMED,
                route.kind(),
                shown,
                contract(route, subject, parts),
                request.getMethod(),
                pattern,
                rights.allowing(request, actor),
                fit(parts.get("taskKey"), TASK),
                null));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> parts(HttpServletRequest request) {
        Object parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return parts instanceof Map<?, ?> ? (Map<String, String>) parts : Map.of();
    }

    /** Of a parameter only a UUID counts: what people type is never kept. */
    private static @Nullable String subject(Recorded route, Map<String, String> parts, HttpServletRequest request) {
        String name = route.subject();
        if (name == null) {
            return null;
        }
        String part = parts.get(name);
        return part != null
                ? fit(part, ID)
                : Optional.ofNullable(uuid(request.getParameter(name)))
                        .map(UUID::toString)
                        .orElse(null);
    }

    /** A file by what it belongs to and its number there; where no number can be one, by what it belongs to. */
    private static @Nullable String file(@Nullable String subject, Map<String, String> parts) {
        String file = fit(subject + "." + parts.get(RecordedRoutes.NUMBER), ID);
        return subject == null || file == null ? subject : file;
    }

    private boolean handles(@Nullable String subject, Actor actor) {
        UUID concern = uuid(subject);
        return concern != null && concerns.mayOpen(new ConcernId(concern), actor);
    }

    private @Nullable UUID contract(Recorded route, @Nullable String subject, Map<String, String> parts) {
        UUID named = uuid(parts.get(CONTRACT_ID));
        if (named != null || route.subject() == null) {
            return named;
        }
        UUID id = uuid(subject);
        if (id == null || route.subject().equals("contract")) {
            return id;
        }
        UUID contract = known.get(id);
        return contract == null ? looked(route.subject(), id) : contract;
    }

    private @Nullable UUID looked(String thing, UUID id) {
        UUID contract = contracts.contract(thing, id).map(ContractId::value).orElse(null);
        if (contract != null) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(id, contract);
        }
        return contract;
    }

    private static @Nullable String fit(@Nullable String text, Pattern form) {
        return text != null && form.matcher(text).matches() ? text : null;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text != null && UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
