package org.contractethics.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a person had typed when their sign-in expired, kept until they send or discard it.
 *
 * @param path path the form was meant for
 * @param query query of that address, or null
 * @param fields field names with their values, in the order of the form; the forgery token is left out
 * @param files names of the fields that held files; the files themselves are not kept
 * @param multipart whether the form was sent in parts, as forms with files are
 */
public record KeptForm(
        String path,
        @Nullable String query,
        LinkedHashMap<String, ArrayList<String>> fields,
        ArrayList<String> files,
        boolean multipart)
        implements Serializable {

    private static final String SESSION_ATTRIBUTE = KeptForm.class.getName();
    private static final String AUTHOR = SESSION_ATTRIBUTE + ".author";
    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Reads a form that a page of our own sent; a post from another site is never read. */
    static Optional<KeptForm> of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !fromOwnPage(request)) {
            return Optional.empty();
        }
        boolean multipart = Optional.ofNullable(request.getContentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/form-data");
        return Optional.of(new KeptForm(
                request.getRequestURI(),
                request.getQueryString(),
                fields(request),
                multipart ? files(request) : new ArrayList<>(),
                multipart));
    }

    /** The form of this session, if one is kept. */
    public static Optional<KeptForm> in(@Nullable HttpSession session) {
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((KeptForm) session.getAttribute(SESSION_ATTRIBUTE));
    }

    /** The form of this session, if this person typed it: on a shared computer the next one must not read it. */
    public static Optional<KeptForm> in(HttpSession session, String username) {
        return in(session).filter(form -> username.equals(session.getAttribute(AUTHOR)));
    }

    /** Forgets the form of this session. */
    public static void discard(HttpSession session) {
        session.removeAttribute(SESSION_ATTRIBUTE);
        session.removeAttribute(AUTHOR);
    }

    void keepIn(HttpSession session, String username) {
        session.setAttribute(SESSION_ATTRIBUTE, this);
        session.setAttribute(AUTHOR, username);
    }

    /** Whether it is small enough to be kept in a session. */
    boolean fits() {
        long characters = fields.entrySet().stream()
                .mapToLong(field -> field.getKey().length()
                        + field.getValue().stream().mapToLong(String::length).sum())
                .sum();
        return characters <= MAX_CHARACTERS;
    }

    /** The address the form was meant for. */
    public String action() {
        return query == null ? path : path + "?" + query;
    }

    /** Whether somebody typed or chose this: what is empty, or a number of the program, only travels with the form. */
    public boolean isForPeople(String name, String value) {
        return !value.isBlank() && !name.equals("version") && !ID.matcher(value).matches();
    }

    /** Whether there is anything to look at before it is sent. */
    public boolean hasSomethingForPeople() {
        return !files.isEmpty()
                || fields.entrySet().stream().anyMatch(field -> field.getValue().stream()
                        .anyMatch(value -> isForPeople(field.getKey(), value)));
    }

    private static LinkedHashMap<String, ArrayList<String>> fields(HttpServletRequest request) {
        MultiValueMap<String, String> inAddress = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        LinkedHashMap<String, ArrayList<String>> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            // parameters of the address come first and go with the address
            List<String> values = Arrays.asList(parameter.getValue());
            int skipped = inAddress
                    .getOrDefault(UriUtils.encode(parameter.getKey(), "UTF-8"), List.of())
                    .size();
            if (!parameter.getKey().equals("_csrf") && skipped < values.size()) {
                fields.put(parameter.getKey(), new ArrayList<>(values.subList(skipped, values.size())));
            }
        }
        return fields;
    }

    private static ArrayList<String> files(HttpServletRequest request) {
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null)
                    .map(Part::getName)
                    .distinct()
                    .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            return new ArrayList<>();
        }
    }

    /** A browser tells where a post comes from; where it tells nothing, the post is not trusted. */
    private static boolean fromOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean ownOrigin = origin != null && request.getRequestURL().toString().startsWith(origin + "/");
        return site == null ? ownOrigin : site.equals("same-origin") && (origin == null || ownOrigin);
    }
}
