package org.contractethics.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a form sends reaches every page as {@link SeenText}. Passwords are taken as they are. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SeenFields extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Seen(request), response);
    }

    /** Fields are read where somebody asks for one: a body that is not asked for stays unread. */
    private static final class Seen extends HttpServletRequestWrapper {

        Seen(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null || isPassword(name) ? value : SeenText.of(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : seen(name, values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> fields = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> fields.put(name, seen(name, values)));
            return Collections.unmodifiableMap(fields);
        }

        private static String[] seen(String name, String[] values) {
            return isPassword(name)
                    ? values
                    : Arrays.stream(values).map(SeenText::of).toArray(String[]::new);
        }

        private static boolean isPassword(String name) {
            return name.toLowerCase(Locale.ROOT).contains("password");
        }
    }
}
