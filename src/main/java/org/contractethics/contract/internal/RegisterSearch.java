package org.contractethics.contract.internal;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.access.Pager;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/**
 * Finds contracts in the register. The viewer is part of every query: a contract is never found, counted or placed by a
 * fact of it that is withheld from this viewer.
 */
@Service
public class RegisterSearch {

    /** Rows on one page. */
    public static final int PAGE = 25;
    /** Matches are counted, and pages turned, up to here; more are told as "more than". */
    public static final int MOST_COUNTED = 5_000;

    /** Agencies offered to choose from; where more are found, one more tells so. */
    public static final int MOST_AGENCIES = 300;

    private static final Pattern REFERENCE = Pattern.compile("(?i)\\s*C-(\\d{1,15})\\s*");
    private static final Pattern DIGITS = Pattern.compile("\\s*(\\d{1,15})\\s*");

    /** Whether a fact that the question is about is withheld of contract {@code c} today. */
    private static final String REDACTED = "exists (select 1 from contract.redaction r where r.contract_id = c.id and "
            + Redactions.IN_FORCE + " and r.fields && string_to_array(:asked, ','))";

    private final JdbcClient jdbc;
    private final RegisterLines lines;

    RegisterSearch(JdbcClient jdbc, RegisterLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /** A page of what the viewer may see; refused to people outside the company. */
    public RegisterPage page(RegisterFilter filter, Actor viewer) {
        Visibility.demandRegister(viewer);
        int counted = count(filter, viewer);
        int total = Math.min(counted, MOST_COUNTED);
        int pages = Pager.pages(total, PAGE);
        int number = Math.min(Math.max(1, filter.page()), pages);
        List<Contract> found = bind(
                        jdbc.sql(listSql(filter, viewer, (number - 1) * PAGE)), filter, viewer, lines.today())
                .query(ContractMapper::map)
                .list()
                .stream()
                .map(RegisterEntry::contract)
                .toList();
        return new RegisterPage(
                lines.of(found, viewer), total, counted > MOST_COUNTED, number, pages, withholds(filter, viewer));
    }

    private int count(RegisterFilter filter, Actor viewer) {
        return bind(jdbc.sql(countSql(filter, viewer)), filter, viewer, lines.today())
                .query(Integer.class)
                .single();
    }

    static String listSql(RegisterFilter filter, Actor viewer, int offset) {
        return ContractMapper.SELECT + where(filter, viewer) + " order by "
                + filter.order().sql() + " limit " + PAGE + " offset " + offset;
    }

    static String countSql(RegisterFilter filter, Actor viewer) {
        // a single filter has an index in this order, which is walked instead of the whole table; several, or words,
        // are
        // answered by other indexes, and sorting all they find would only delay the answer
        String order = filter.isSimple() ? " order by c.number desc" : "";
        return "select count(*) from (select 1 from contract.contract c" + where(filter, viewer) + order + " limit "
                + (MOST_COUNTED + 1) + ") as counted";
    }

    /**
     * Words from closed lists stand in the statement itself. As parameters they would share one plan, made for a value of
     * middling frequency: then the few contracts in review are looked for by walking through all the others.
     */
    private static String where(RegisterFilter filter, Actor viewer) {
        StringBuilder where = new StringBuilder(" where true");
        where.append(textSql(filter.text(), viewer));
        add(where, !filter.agency().isBlank(), "c.awarding_name = :agency");
        equal(where, "c.awarding_type", filter.type());
        equal(where, "c.state", filter.state());
        if (filter.tier().equals(RegisterFilter.NO_TIER)) {
            where.append(" and c.tier is null");
        } else if (!filter.tier().isBlank()) {
            where.append(filter.tier().matches("T[1-4]") ? " and c.tier = '" + filter.tier() + "'" : " and false");
        }
        add(where, filter.year() != null, "c.award_year = " + filter.year());
        if (!filter.country().isBlank()) {
            boolean known = Countries.isCode(filter.country());
            where.append(known ? " and c.country_keys @> array['" + filter.country() + "']" : " and false");
        }
        add(where, filter.mine(), "c.submitter = :viewer");
        band(where, filter.value());
        add(
                where,
                !filter.asksFor().isEmpty() && !Visibility.mayReadAllFacts(viewer),
                "(c.submitter = :viewer or not " + REDACTED + ")");
        return where.toString();
    }

    private static String textSql(String text, Actor viewer) {
        if (text.isBlank()) {
            return "";
        }
        if (REFERENCE.matcher(text).matches()) {
            return " and c.number = :number";
        }
        if (Words.query(text).isEmpty()) {
            return " and false";
        }
        String words = wordsSql(viewer);
        return DIGITS.matcher(text).matches() ? " and (c.number = :number or " + words + ")" : " and " + words;
    }

    /** Whoever reads the facts finds by all of them, the account owner their own; everybody else by what the line shows (T10). */
    private static String wordsSql(Actor viewer) {
        String all = "c.words @@ cast(:words as tsquery)";
        if (Visibility.mayReadAllFacts(viewer)) {
            return all;
        }
        String shown = "c.shown_words @@ cast(:words as tsquery)";
        return viewer.has(Role.SUBMITTER) ? "(" + shown + " or (c.submitter = :viewer and " + all + "))" : shown;
    }

    private static void equal(StringBuilder where, String column, @Nullable Enum<?> value) {
        add(where, value != null, column + " = '" + (value == null ? "" : value.name()) + "'");
    }

    private static void band(StringBuilder where, @Nullable ValueBand band) {
        if (band == null) {
            return;
        }
        add(where, band == ValueBand.UNKNOWN, "c.obligated_units is null");
        add(where, band.from() != null, "c.obligated_units >= " + band.from());
        add(where, band.below() != null, "c.obligated_units < " + band.below());
    }

    private static void add(StringBuilder where, boolean wanted, String condition) {
        if (wanted) {
            where.append(" and ").append(condition);
        }
    }

    private static boolean withholds(RegisterFilter filter, Actor viewer) {
        return filter.asksForFacts() && !Visibility.mayReadAllFacts(viewer);
    }

    /** Every parameter is bound, used or not: the text of the statement decides. */
    static StatementSpec bind(StatementSpec statement, RegisterFilter filter, Actor viewer, LocalDate today) {
        return statement
                .param("today", Date.valueOf(today))
                .param("asked", filter.asksFor().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("number", number(filter.text()))
                .param("words", Words.query(filter.text()))
                .param("agency", filter.agency())
                .param("viewer", Visibility.owner(viewer));
    }

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    private static long number(String text) {
        for (Pattern pattern : List.of(REFERENCE, DIGITS)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return Long.parseLong(matcher.group(1));
            }
        }
        return -1;
    }

    /** Agencies to choose from, by name, and one more where there are more than are offered. Read along the index: the number of contracts does not matter. */
    public List<String> agencies() {
        return jdbc.sql(
                        """
                        with recursive agency as (
                            (select c.awarding_name as name from contract.contract c
                             where not %1$s order by c.awarding_name limit 1)
                            union all
                            select (select c.awarding_name from contract.contract c
                                    where c.awarding_name > agency.name and not %1$s
                                    order by c.awarding_name limit 1)
                            from agency where agency.name is not null)
                        select name from agency where name is not null limit :most"""
                                .formatted(REDACTED))
                .param("most", MOST_AGENCIES + 1)
                .param("today", Date.valueOf(lines.today()))
                .param("asked", RedactedField.AGENCY.name())
                .query(String.class)
                .list();
    }

    /** Years to choose from, newest first. */
    public List<Integer> years() {
        return jdbc.sql(
                        """
                        with recursive year as (
                            (select c.award_year as value from contract.contract c
                             where c.award_year is not null and not %1$s order by c.award_year desc limit 1)
                            union all
                            select (select c.award_year from contract.contract c
                                    where c.award_year < year.value and not %1$s order by c.award_year desc limit 1)
                            from year where year.value is not null)
                        select value from year where value is not null"""
                                .formatted(REDACTED))
                .param("today", Date.valueOf(lines.today()))
                .param("asked", RedactedField.PERIOD.name())
                .query(Integer.class)
                .list();
    }
}
