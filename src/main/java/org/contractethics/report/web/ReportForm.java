package org.contractethics.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.access.AddressFilters;
import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.Scope;
import org.contractethics.report.internal.Tiers;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;

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
        period = AddressFilters.tidy(period, LONGEST);
        from = AddressFilters.tidy(from, LONGEST);
        to = AddressFilters.tidy(to, LONGEST);
        tier = AddressFilters.tidy(tier, LONGEST);
        agency = AddressFilters.tidy(agency, LONGEST);
    }

    /** What of it cannot be understood; empty where all is well. */
    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (ownDates()) {
            AddressFilters.dayProblem("from", "From", from).ifPresent(problems::add);
            AddressFilters.dayProblem("to", "To", to).ifPresent(problems::add);
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
        AddressFilters.put(set, "period", ownDates() ? OWN : period);
        AddressFilters.put(set, "from", ownDates() ? from : null);
        AddressFilters.put(set, "to", ownDates() ? to : null);
        AddressFilters.put(set, "tier", tier);
        AddressFilters.put(set, "agency", agency);
        return set;
    }

    /** The path with these filters and the given parameters; parameters that are null are left out. */
    String link(String path, Map<String, @Nullable String> more) {
        Map<String, String> all = asMap();
        more.forEach((name, value) -> AddressFilters.put(all, name, value));
        return AddressFilters.link(path, all);
    }

    private Period chosen(Instant now) {
        Period current = Period.quarterOf(now.atOffset(ZoneOffset.UTC).toLocalDate());
        if (ownDates()) {
            LocalDate first = AddressFilters.day(from);
            LocalDate last = AddressFilters.day(to);
            return first == null || last == null || last.isBefore(first) ? current : new Period(first, last);
        }
        return period == null ? current : PeriodChoices.parse(period).orElse(current);
    }

    private boolean ownDates() {
        return OWN.equals(period) || (period == null && (from != null || to != null));
    }

    private void orderProblem(List<FormProblem> problems) {
        LocalDate first = AddressFilters.day(from);
        LocalDate last = AddressFilters.day(to);
        if (first != null && last != null && last.isBefore(first)) {
            problems.add(new FormProblem("to", "To: give a day that is not before the first one."));
        } else if (first != null
                && last != null
                && first.plusYears(LONGEST_YEARS).isBefore(last)) {
            problems.add(new FormProblem("to", "To: give at most " + LONGEST_YEARS + " years."));
        }
    }
}
