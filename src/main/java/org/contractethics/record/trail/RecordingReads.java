package org.contractethics.record.trail;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.CurrentActor;
import org.contractethics.access.OnceShown;
import org.contractethics.record.trail.RecentViews.View;
import org.contractethics.record.trail.RecordedRoutes.Recorded;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes each read into the access trail before the handler runs: pages, the API and downloads alike. A page that is drawn inside of
 * another request is a read when it is chosen to be shown. Where the row cannot be written, nothing is shown. A refusal is told afterwards by a second row, because the first never changes.
 */
@Configuration(proxyBeanMethods = false)
class RecordingReads implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingReads.class);
    private static final String WRITTEN = RecordingReads.class.getName();
    private static final List<Integer> REFUSALS = List.of(401, 403, 404, 410);

    private final CurrentActor people;
    private final RecordedRoutes routes;
    private final DescribingAccess describing;
    private final RecentViews recent;
    private final AccessTrail trail;

    RecordingReads(
            CurrentActor people,
            RecordedRoutes routes,
            DescribingAccess describing,
            RecentViews recent,
            AccessTrail trail) {
        this.people = people;
        this.routes = routes;
        this.describing = describing;
        this.recent = recent;
        this.trail = trail;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && isNew(request)) {
            String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            routes.of(request.getMethod(), pattern)
                    .ifPresent(route -> OnceShown.of(request, () -> record(route, pattern, request)));
        }
        return true;
    }

    /** Streams come back to the handler a second time, and failures are shown by the container. */
    private static boolean isNew(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ASYNC
                && request.getDispatcherType() != DispatcherType.ERROR
                && !AnonymousPages.isOne(request);
    }

    private void record(Recorded route, String pattern, HttpServletRequest request) {
        Actor actor = people.get();
        try {
            Optional<Access> access = describing.describe(route, pattern, request, actor);
            if (access.isPresent()) {
                View view = View.of(route, access.get(), actor.username());
                write(access.get(), view, isPart(route, access.get().kind(), request), request);
            }
        } catch (RuntimeException e) {
            LOG.error("a read could not be recorded, so nothing is shown route={}", pattern, e);
            throw new Refused(
                    Refused.Kind.UNAVAILABLE,
                    List.of("This read could not be recorded, so it is not shown. Nothing was changed. Try again in a"
                            + " minute or two; if it goes on, tell the people who run this application."));
        }
    }

    private void write(Access access, View view, boolean part, HttpServletRequest request) {
        if (!part || !recent.isOpen(view)) {
            long number = trail.add(access);
            recent.remember(view);
            request.setAttribute(WRITTEN, new Written(number, access, view));
        }
    }

    /**
     * A part of a page, as htmx asks for it, or what is sent from a page. Anybody can send the header: it counts for the few addresses
     * that pages ask for by themselves, and for no file and no program. Downloads and searches are nobody's part.
     */
    private boolean isPart(Recorded route, AccessKind kind, HttpServletRequest request) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean part = read
                ? "true".equals(request.getHeader("HX-Request"))
                        && routes.parts().containsKey(route.pattern())
                : !route.ofFile();
        return part && kind != AccessKind.EXPORT && kind != AccessKind.SEARCH;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        boolean refused = REFUSALS.contains(response.getStatus()) || response.getStatus() >= 500;
        if (refused && request.getAttribute(WRITTEN) instanceof Written written) {
            recent.forget(written.view());
            tell(written);
        }
    }

    /** Without this row the read stands as one that was shown, which is the safe side. */
    private void tell(Written written) {
        try {
            trail.add(written.access().refusal(written.number()));
        } catch (RuntimeException e) {
            LOG.error("a refusal could not be recorded number={}", written.number(), e);
        }
    }

    private record Written(long number, Access access, View view) {}
}
