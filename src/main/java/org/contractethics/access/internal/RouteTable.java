package org.contractethics.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.RouteRights;
import org.contractethics.access.RouteRules;
import org.contractethics.access.RouteRules.Audience;
import org.contractethics.access.RouteRules.Rule;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The rules of all routes of all modules. What no rule names is denied. Of each module the first matching rule counts; where
 * two modules match, the more specific pattern decides, so that the order of the modules never does.
 */
@Component
public class RouteTable implements RouteRights {

    private final List<List<Route>> modules;
    private final List<PathPattern> neverKept;

    RouteTable(List<RouteRules> modules) {
        this.modules = modules.stream()
                .map(module -> module.rules().stream().map(Route::new).toList())
                .toList();
        this.neverKept = modules.stream()
                .flatMap(module -> module.neverKept().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** The rule that decides about a request, if any names it. */
    Optional<Rule> find(HttpServletRequest request) {
        return find(request.getMethod(), pathOf(request));
    }

    /** Whether any rule speaks of this path, for whatever method: if none does, there is no such page. */
    boolean knows(HttpServletRequest request) {
        PathContainer path = pathOf(request);
        return modules.stream().flatMap(List::stream).anyMatch(route -> route.matches(path));
    }

    /** The methods that rules name for this path, as the header {@code Allow} lists them. */
    String methods(HttpServletRequest request) {
        PathContainer path = pathOf(request);
        return modules.stream()
                .flatMap(List::stream)
                .filter(route -> route.matches(path))
                .map(route -> route.rule().method())
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whether a form that arrived too late may be kept in the session, and a write of the API under its key. */
    boolean mayKeep(HttpServletRequest request) {
        PathContainer path = pathOf(request);
        return neverKept.stream().noneMatch(pattern -> pattern.matches(path));
    }

    /** Whether the rule lets the person pass; null stands for somebody who is not signed in. */
    boolean allows(Rule rule, @Nullable Actor actor) {
        if (rule.audience() == Audience.ANYONE) {
            return true;
        }
        return actor != null
                && (rule.audience() == Audience.SIGNED_IN
                        || actor.hasAny(rule.roles().toArray(Role[]::new)));
    }

    /** Whether the person may open the page at this path, so that a link to it is worth showing. */
    public boolean offers(String path, @Nullable Actor actor) {
        return find("GET", PathContainer.parsePath(path))
                .filter(rule -> allows(rule, actor))
                .isPresent();
    }

    @Override
    public String allowing(HttpServletRequest request, Actor actor) {
        String roles = find(request).stream()
                .flatMap(rule -> rule.roles().stream())
                .filter(actor::has)
                .sorted()
                .map(Role::name)
                .collect(Collectors.joining(" "));
        return roles.isEmpty() ? SIGNED_IN : roles;
    }

    private Optional<Rule> find(String method, PathContainer path) {
        return modules.stream()
                .flatMap(routes ->
                        routes.stream()
                                .filter(route -> route.answers(method) && route.matches(path))
                                .findFirst()
                                .stream())
                .min(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .map(Route::rule);
    }

    private static PathContainer pathOf(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication();
    }

    /** @param begins the first segment of every path that it matches; null where that may be any */
    private record Route(Rule rule, PathPattern pattern, @Nullable String begins) {

        Route(Rule rule) {
            this(rule, PathPatternParser.defaultInstance.parse(rule.pattern()), begins(rule.pattern()));
            if (rule.audience() == Audience.ROLES && rule.roles().isEmpty()) {
                throw new IllegalStateException("the rule for " + rule.pattern() + " names no role");
            }
        }

        private static @Nullable String begins(String pattern) {
            String first = pattern.split("/", -1)[1];
            return first.isEmpty() || first.matches(".*[{*?].*") ? null : first;
        }

        /** A page asks of each link it may show, so most rules are put aside by the first segment. */
        boolean matches(PathContainer path) {
            return (begins == null || begins.equals(firstOf(path))) && pattern.matches(path);
        }

        private static @Nullable String firstOf(PathContainer path) {
            return path.elements().size() > 1 && path.elements().get(1) instanceof PathContainer.PathSegment segment
                    ? segment.valueToMatch()
                    : null;
        }

        boolean answers(String method) {
            // Spring answers HEAD with the handler of GET, so it stands under the same rule
            String asked = method.equals("HEAD") ? "GET" : method;
            return rule.method().equals("*") || rule.method().equals(asked);
        }
    }
}
