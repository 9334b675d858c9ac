package org.contractethics.workflow.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxFilter;
import org.contractethics.workflow.internal.InboxFilter.Due;
import org.contractethics.workflow.internal.InboxQuery;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** The question to the inbox as it stands in an address; what is not understood means "any". */
public record InboxRequest(View view, InboxFilter filter, Sort sort, int page) {

    static final List<String> TIERS = List.of("T1", "T2", "T3", "T4");

    private static final String PATH = "/inbox/";
    private static final int LONGEST = 200;
    private static final Pattern UNTYPED = Pattern.compile("[\\p{Cntrl}\\p{Cs}]+");
    private static final int LAST_PAGE = 100_000;

    /**
     * A filter in force.
     *
     * @param without address of the same list without it
     */
    public record Active(String label, String without) {}

    static InboxRequest of(View view, Map<String, String> parameters) {
        String tier = text(parameters, "tier");
        String step = text(parameters, "step");
        String agency = text(parameters, "agency");
        InboxFilter filter = new InboxFilter(
                text(parameters, "q"),
                TIERS.contains(tier) ? tier : null,
                choice(Role.values(), text(parameters, "role")),
                Steps.LABELS.containsKey(step) ? step : null,
                agency.isEmpty() ? null : agency,
                choice(Due.values(), text(parameters, "due")));
        return new InboxRequest(view, filter, sort(text(parameters, "sort")), number(text(parameters, "page")));
    }

    /** Reads an address that {@link #address} once wrote. */
    static InboxRequest of(String address) {
        UriComponents parts = UriComponentsBuilder.fromUriString(address).build();
        Map<String, String> parameters = new LinkedHashMap<>();
        parts.getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) ->
                        parameters.put(name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8)));
        String path = String.valueOf(parts.getPath());
        return of(View.of(path.substring(Math.min(PATH.length(), path.length()))), parameters);
    }

    InboxQuery toQuery(Actor viewer, Instant now) {
        return new InboxQuery(viewer, view, filter, sort, page, now);
    }

    /** Whether anything but the view narrows the list. */
    public boolean filtered() {
        return !filter.equals(InboxFilter.NONE);
    }

    /** The address of this question; a page opened from it asks the same again. */
    public String address() {
        return address(view, parameters());
    }

    /** The same question to another view. */
    public String addressIn(View other) {
        return address(other, parameters());
    }

    /** The parameters to keep when going to another page or view; empty ones are left out. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", filter.text());
        parameters.put("tier", plain(filter.tier()));
        parameters.put("role", name(filter.role()));
        parameters.put("step", plain(filter.step()));
        parameters.put("agency", plain(filter.agency()));
        parameters.put("due", name(filter.due()));
        parameters.put("sort", sort == Sort.DUE ? "" : sort.path());
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** The filters in force in words, each with the address that takes it away. */
    public List<Active> active() {
        List<Active> active = new ArrayList<>();
        add(active, "q", "Words: " + filter.text());
        add(active, "tier", "Tier " + filter.tier());
        Role role = filter.role();
        add(active, "role", role == null ? "" : "For: " + role.label());
        add(active, "step", Steps.LABELS.getOrDefault(plain(filter.step()), ""));
        add(active, "agency", plain(filter.agency()));
        Due due = filter.due();
        add(active, "due", due == null ? "" : "Due: " + due.label());
        return List.copyOf(active);
    }

    private void add(List<Active> active, String parameter, String label) {
        Map<String, String> others = parameters();
        if (others.remove(parameter) != null) {
            active.add(new Active(label, address(view, others)));
        }
    }

    private static String address(View view, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return PATH + view.path() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String text(Map<String, String> parameters, String name) {
        String words = UNTYPED.matcher(parameters.getOrDefault(name, ""))
                .replaceAll(" ")
                .strip();
        return words.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] choices, String name) {
        return Stream.of(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static Sort sort(String text) {
        return Sort.NEWEST.path().equals(text) ? Sort.NEWEST : Sort.DUE;
    }

    private static int number(String text) {
        try {
            return Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(text)));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    private static String plain(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }
}
