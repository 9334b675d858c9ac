package org.contractethics.contract.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.RegisterFilter;
import org.contractethics.contract.internal.RegisterOrder;
import org.contractethics.contract.internal.Text;
import org.contractethics.contract.internal.ValueBand;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The question a web address asks of the register. What is no valid choice is taken as not asked: an old or mistyped link
 * still opens the register.
 */
record RegisterQuery(RegisterFilter filter) {

    private static final String PATH = "/contracts";
    private static final int LONGEST = 200;

    /**
     * A filter in force.
     *
     * @param label the words on screen
     * @param without address of the register without this filter
     */
    record Active(String label, String without) {}

    static RegisterQuery of(MultiValueMap<String, String> parameters) {
        return new RegisterQuery(new RegisterFilter(
                text(parameters, "q"),
                text(parameters, "agency"),
                choice(AgencyType.values(), text(parameters, "type")),
                choice(ContractState.values(), text(parameters, "state")),
                tier(text(parameters, "tier")),
                number(text(parameters, "year")),
                choice(ValueBand.values(), text(parameters, "value")),
                country(text(parameters, "country")),
                !text(parameters, "mine").isEmpty(),
                Optional.ofNullable(choice(RegisterOrder.values(), text(parameters, "sort")))
                        .orElse(RegisterOrder.NEWEST),
                Math.max(
                        1, Optional.ofNullable(number(text(parameters, "page"))).orElse(1))));
    }

    /** The parameters whose value is no valid choice: for programs, which would take an answer to another question for theirs. */
    static List<FormProblem> misread(MultiValueMap<String, String> parameters) {
        RegisterFilter read = of(parameters).filter();
        Map<String, Boolean> taken = new LinkedHashMap<>();
        taken.put("type", read.type() != null);
        taken.put("state", read.state() != null);
        taken.put("tier", !read.tier().isEmpty());
        taken.put("year", read.year() != null);
        taken.put("value", read.value() != null);
        taken.put("country", !read.country().isEmpty());
        taken.put("sort", choice(RegisterOrder.values(), text(parameters, "sort")) != null);
        return taken.entrySet().stream()
                .filter(one ->
                        !one.getValue() && !text(parameters, one.getKey()).isEmpty())
                .map(one -> new FormProblem(
                        one.getKey(), "The parameter " + one.getKey() + " has a value that there is not."))
                .toList();
    }

    /** The filters in force, each with the address that takes it away. */
    List<Active> active() {
        List<Active> active = new ArrayList<>();
        add(active, "q", filter.text(), "Words: " + filter.text());
        add(active, "agency", filter.agency(), filter.agency());
        add(
                active,
                "type",
                name(filter.type()),
                filter.type() == null ? "" : filter.type().label());
        add(
                active,
                "state",
                name(filter.state()),
                filter.state() == null ? "" : filter.state().label());
        add(
                active,
                "tier",
                filter.tier(),
                filter.tier().equals(RegisterFilter.NO_TIER) ? "No tier yet" : "Tier " + filter.tier());
        add(active, "year", filter.year() == null ? "" : filter.year().toString(), "Year " + filter.year());
        add(
                active,
                "value",
                name(filter.value()),
                filter.value() == null ? "" : filter.value().label());
        add(active, "country", filter.country(), Countries.label(filter.country()));
        add(active, "mine", filter.mine() ? "yes" : "", "My contracts");
        return List.copyOf(active);
    }

    /** Query parameters of this question without the page. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", filter.text());
        put(parameters, "agency", filter.agency());
        put(parameters, "type", name(filter.type()));
        put(parameters, "state", name(filter.state()));
        put(parameters, "tier", filter.tier());
        put(parameters, "year", filter.year() == null ? "" : filter.year().toString());
        put(parameters, "value", name(filter.value()));
        put(parameters, "country", filter.country());
        put(parameters, "mine", filter.mine() ? "yes" : "");
        put(
                parameters,
                "sort",
                filter.order() == RegisterOrder.NEWEST ? "" : filter.order().name());
        return parameters;
    }

    private void add(List<Active> active, String parameter, String value, String label) {
        if (!value.isEmpty()) {
            active.add(new Active(label, without(parameter)));
        }
    }

    private String without(String parameter) {
        String query = parameters().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(parameter))
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue().get(0)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }

    private static String text(MultiValueMap<String, String> parameters, String name) {
        String line = Text.line(parameters.getFirst(name));
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] choices, String name) {
        return Stream.of(choices)
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String tier(String tier) {
        return tier.equals(RegisterFilter.NO_TIER) || tier.matches("T[1-4]") ? tier : "";
    }

    private static String country(String country) {
        String code = country.toUpperCase(Locale.ROOT);
        return Countries.isCode(code) ? code : "";
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,9}") ? (Integer) Integer.parseInt(text) : null;
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }
}
