package org.contractethics.report.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.Scope;
import org.contractethics.report.internal.Tiers;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of dashboard and reports, as they stand in the address.
 *
 * @param period a quarter like {@code 2026-Q4}, a year like {@code 2026}, or {@code own} for the two days
 * @param from first day, ISO
 * @param to last day, ISO
 */
record ReportForm(
        @Nullable String period,
        @Nullable String from,
        @Nullable String to,
        @Nullable String tier,
        @Nullable String agency) {

    static final String OWN = "own";

    private static final int LONGEST = 300;
    private static final int LONGEST_YEARS = 20;

    ReportForm {
        period = tidy(period);
        from = tidy(from);
        to = tidy(to);
        tier = tidy(tier);
        agency = tidy(agency);
    }

    /** What of it cannot be understood; empty where all is well. */
    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (ownDates()) {
            dateProblem("from", "From", from, problems);
            dateProblem("to", "To", to, problems);
            orderProblem(problems);
        } else if (period != null && PeriodChoices.parse(period).isEmpty()) {
            problems.add(new FormProblem("period", "Period: choose one from the list."));
        }
        if (tier != null && !Tiers.ALL.contains(tier)) {
            problems.add(new FormProblem("tier", "Tier: choose T1, T2, T3 or T4."));
        }
        return problems;
    }

    /** Whether only a part of the period is shown. */
    boolean cut() {
        return tier != null || agency != null;
    }

    void refuseProblems() {
        if (!problems().isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems().stream().map(FormProblem::message).toList());
        }
    }

    /** Parts that cannot be understood fall back to the current quarter and to everything. */
    Scope scope(Instant now) {
        return new Scope(chosen(now), tier != null && Tiers.ALL.contains(tier) ? tier : null, agency, now);
    }

    /** The entry of the list of periods that these filters mean; without any word the current quarter. */
    String periodChosen(LocalDate today) {
        if (ownDates()) {
            return OWN;
        }
        return period == null ? PeriodChoices.key(Period.quarterOf(today)) : period;
    }

    /** The filters set, by name; goes into links and into the record of a download. */
    Map<String, String> asMap() {
        Map<String, String> set = new TreeMap<>();
        put(set, "period", ownDates() ? OWN : period);
        put(set, "from", ownDates() ? from : null);
        put(set, "to", ownDates() ? to : null);
        put(set, "tier", tier);
        put(set, "agency", agency);
        return set;
    }

    /** The path with these filters and the given parameters; parameters that are null are left out. */
    String link(String path, Map<String, @Nullable String> more) {
        Map<String, String> all = asMap();
        more.forEach((name, value) -> put(all, name, value));
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        all.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(all).toUriString();
    }

    private Period chosen(Instant now) {
        Period current = Period.quarterOf(now.atOffset(ZoneOffset.UTC).toLocalDate());
        if (ownDates()) {
            LocalDate first = day(from);
            LocalDate last = day(to);
            return first == null || last == null || last.isBefore(first) ? current : new Period(first, last);
        }
        return period == null ? current : PeriodChoices.parse(period).orElse(current);
    }

    private boolean ownDates() {
        return OWN.equals(period) || (period == null && (from != null || to != null));
    }

    private static void dateProblem(String field, String label, @Nullable String text, List<FormProblem> problems) {
        if (day(text) == null) {
            problems.add(new FormProblem(field, label + ": give a date like 2026-11-24."));
        }
    }

    private void orderProblem(List<FormProblem> problems) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first != null && last != null && last.isBefore(first)) {
            problems.add(new FormProblem("to", "To: give a day that is not before the first one."));
        } else if (first != null
                && last != null
                && first.plusYears(LONGEST_YEARS).isBefore(last)) {
            problems.add(new FormProblem("to", "To: give at most " + LONGEST_YEARS + " years."));
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1970 || day.getYear() > 9000 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void put(Map<String, String> set, String name, @Nullable String value) {
        if (value != null) {
            set.put(name, value);
        }
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST));
    }
}
