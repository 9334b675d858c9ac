package org.contractethics.record.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.contractethics.access.CurrentActor;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Nobody acts in a role that the record does not know of: with the first request after sign-in, and after every role that was added, the
 * entry is written before the handler runs, of pages and of the API. Where it cannot be written, nothing is done.
 */
@Configuration(proxyBeanMethods = false)
class RolesOfActors implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(RolesOfActors.class);

    private final CurrentActor people;
    private final NotingRoles roles;

    RolesOfActors(CurrentActor people, NotingRoles roles) {
        this.people = people;
        this.roles = roles;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            try {
                people.behind(request).ifPresent(roles::acts);
            } catch (DataAccessException | TransactionException e) {
                LOG.error("a role could not be recorded, so nothing is done in it", e);
                throw new Refused(
                        Refused.Kind.UNAVAILABLE,
                        List.of("That you hold a new role could not be recorded, so nothing was done. Try again in a"
                                + " minute or two; if it goes on, tell the people who run this application."));
            }
        }
        return true;
    }
}
