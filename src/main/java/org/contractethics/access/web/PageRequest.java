package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Asks for a page on behalf of whoever sends another request: same person, headers and cookies; what it sets stays with it. */
final class PageRequest extends HttpServletRequestWrapper {

    private static final Object REMOVED = new Object();

    private final String path;
    private final @Nullable String query;
    private final Map<String, String[]> parameters;
    private final Map<String, Object> attributes = new HashMap<>();

    /** @param address path and query, as an address line has them */
    PageRequest(HttpServletRequest sent, String address) {
        super(sent);
        UriComponents page = UriComponentsBuilder.fromUriString(address).build();
        String named = page.getPath();
        path = named == null ? "/" : named;
        query = page.getQuery();
        parameters = parameters(page);
    }

    private static Map<String, String[]> parameters(UriComponents page) {
        Map<String, String[]> decoded = new LinkedHashMap<>();
        page.getQueryParams()
                .forEach((name, values) -> decoded.put(
                        decoded(name),
                        values.stream()
                                .map(value -> value == null ? "" : decoded(value))
                                .toArray(String[]::new)));
        return Collections.unmodifiableMap(decoded);
    }

    private static String decoded(String text) {
        return UriUtils.decode(text.replace('+', ' '), "UTF-8");
    }

    @Override
    public String getMethod() {
        return HttpMethod.GET.name();
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer sent = super.getRequestURL();
        return sent.replace(sent.length() - super.getRequestURI().length(), sent.length(), path);
    }

    @Override
    public String getServletPath() {
        return UriUtils.decode(path.substring(getContextPath().length()), "UTF-8");
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : Arrays.copyOf(values, values.length);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.copyOf(parameters.keySet()));
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Object own = attributes.get(name);
        if (own == REMOVED) {
            return null;
        }
        return own == null ? super.getAttribute(name) : own;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.put(name, value == null ? REMOVED : value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.put(name, REMOVED);
    }
}
