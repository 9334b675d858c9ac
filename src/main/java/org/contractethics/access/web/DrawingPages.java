package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.OnceShown;
import org.contractethics.access.internal.RouteTable;
import org.contractethics.access.internal.SignedInActor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ServletRequestPathUtils;
import org.thymeleaf.spring6.view.AbstractThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Draws a page inside of another request, for the same person, by the rule of its route and past every interceptor. Its read is recorded
 * like any other, once it is chosen to be shown.
 */
@Component
class DrawingPages {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingPages.class);

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final ObjectProvider<ThymeleafViewResolver> views;
    private final RouteTable routes;
    private final SignedInActor people;

    DrawingPages(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            ObjectProvider<ThymeleafViewResolver> views,
            RouteTable routes,
            SignedInActor people) {
        this.handlers = handlers;
        this.adapter = adapter;
        this.views = views;
        this.routes = routes;
        this.people = people;
    }

    /** @param reads to be told before the page is sent */
    record Drawn(String html, OnceShown reads) {}

    /** The page as HTML; nothing where the address has none, or none for this person. */
    Optional<Drawn> draw(HttpServletRequest sent, HttpServletResponse response, String address) {
        PageRequest request = new PageRequest(sent, address);
        OnceShown reads = OnceShown.hold(request);
        if (!mayOpen(request)) {
            return Optional.empty();
        }
        try {
            ServletRequestPathUtils.parseAndCache(request);
            HandlerExecutionChain chain = handlers.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod page && isPage(page)
                    ? Optional.ofNullable(drawn(chain, page, request, new DrawnResponse(response)))
                            .map(html -> new Drawn(html, reads))
                    : Optional.empty();
        } catch (Exception e) { // whatever a page does not open for, the person is told by the page of refusals instead
            LOG.info("a page could not be drawn again cause={}", e.getClass().getName());
            return Optional.empty();
        }
    }

    private boolean mayOpen(PageRequest request) {
        // an anonymous page must not load a session
        return routes.offers(
                request.getRequestURI(),
                AnonymousPages.isOne(request) ? null : people.signedIn().orElse(null));
    }

    private static boolean isPage(HandlerMethod method) {
        Class<?> answer = method.getReturnType().getParameterType();
        return (answer == String.class || answer == ModelAndView.class)
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }

    private @Nullable String drawn(
            HandlerExecutionChain chain, HandlerMethod method, PageRequest request, DrawnResponse response)
            throws Exception {
        Deque<HandlerInterceptor> passed = new ArrayDeque<>();
        try {
            for (HandlerInterceptor interceptor : chain.getInterceptorList()) {
                if (!interceptor.preHandle(request, response, method)) {
                    return null;
                }
                passed.push(interceptor);
            }
            ModelAndView page = adapter.getObject().handle(request, response, method);
            for (HandlerInterceptor interceptor : passed) {
                interceptor.postHandle(request, response, method, page);
            }
            return page == null ? null : rendered(page, request, response);
        } finally {
            for (HandlerInterceptor interceptor : passed) {
                interceptor.afterCompletion(request, response, method, null);
            }
        }
    }

    private @Nullable String rendered(ModelAndView page, PageRequest request, DrawnResponse response) throws Exception {
        String name = page.getViewName();
        HttpStatusCode status = page.getStatus();
        if (name == null || !(status == null || status.is2xxSuccessful()) || response.isElsewhere()) {
            return null;
        }
        View view = views.getObject().resolveViewName(name, RequestContextUtils.getLocale(request));
        if (!(view instanceof AbstractThymeleafView)) {
            return null;
        }
        view.render(page.getModel(), request, response);
        return response.isElsewhere() ? null : response.text();
    }
}
