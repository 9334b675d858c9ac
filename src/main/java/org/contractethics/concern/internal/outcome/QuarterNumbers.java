package org.contractethics.concern.internal.outcome;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.CauseCode;
import org.contractethics.concern.internal.retaliation.CheckIns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what the record must not tell of single concerns: what filers said when they were asked, what was found, how appeals ended,
 * how urgent it was. A purged concern is counted no more, which no quarter that was just over can notice.
 */
@Component
class QuarterNumbers {

    /** Questions that fell due in the quarter, to filers who had not withdrawn; all find them on their page, with a code as well. */
    private static final String ASKED =
            """
            from concern.concern c cross join unnest(:days::int[]) d(days)
             where c.filed_on + d.days between :first and :last
               and not exists (select 1 from concern.withdrawal w
                                where w.concern = c.id and w.withdrawn_on <= c.filed_on + d.days)""";

    private static final String ANSWERED = ASKED
            + """
               and exists (select 1 from concern.check_in i
                            where i.concern = c.id and i.after_days = d.days and i.answered_on <= :last""";

    /** What an anonymous filer answered is sealed; that something had happened shows in the case that they opened with it. */
    private static final String ADVERSE = ANSWERED
            + "\n"
            + """
               and (i.adverse or i.sealed is not null and exists (
                        select 1 from concern.adverse_act a where a.concern = i.concern and a.told_on = i.answered_on)))""";

    private static final String OUTCOMES = "from concern.published_outcome where quarter = :first and result ";
    private static final String RULINGS =
            "from concern.appeal_ruling where ruled_on between :first and :last and result ";
    private static final String FILED = "from concern.concern where filed_on between :first and :last and urgency ";
    private static final String ABOUT = "from concern.concern c where c.filed_on between :first and :last and ";
    private static final String MET = "from concern.meeting_act where done_on between :first and :last and act ";

    private static final String CAUSED = "from concern.answer where answered_on between :first and :last and cause = ";

    private static final String FOUND = "in ('SUSTAINED', 'PARTLY')";

    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("checkInsAsked", ASKED),
            Map.entry("checkInsAnswered", ANSWERED + ")"),
            Map.entry("checkInsAdverse", ADVERSE),
            Map.entry("actsTold", "from concern.adverse_act where told_on between :first and :last"),
            Map.entry("outcomesSustained", OUTCOMES + FOUND),
            Map.entry("outcomesNotSustained", OUTCOMES + "= 'NOT_SUSTAINED'"),
            Map.entry("outcomesOutOfScope", OUTCOMES + "= 'OUT_OF_SCOPE'"),
            Map.entry("retaliationSustained", OUTCOMES + FOUND + " and topic = 'RETALIATION'"),
            Map.entry("retaliationNotSustained", OUTCOMES + "= 'NOT_SUSTAINED' and topic = 'RETALIATION'"),
            Map.entry("appealsConfirmed", RULINGS + "= 'CONFIRMED'"),
            Map.entry("appealsChanged", RULINGS + "= 'CHANGED'"),
            Map.entry("meetingsAsked", MET + "= 'ASKED'"),
            Map.entry("meetingsOffered", MET + "= 'OFFERED'"),
            Map.entry("meetingsHeld", MET + "= 'HELD'"),
            Map.entry("meetingsDeclined", MET + "= 'DECLINED'"),
            Map.entry(
                    "aboutContract",
                    ABOUT
                            + "(c.contract is not null or exists (select 1 from concern.letter_contract l where l.letter = c.id))"),
            Map.entry("aboutAgency", ABOUT + "c.agency is not null"),
            Map.entry("aboutCapability", ABOUT + "c.matter = 'CAPABILITY'"),
            Map.entry("aboutPolicy", ABOUT + "c.matter = 'POLICY'"),
            Map.entry("aboutProcess", ABOUT + "c.matter = 'PROCESS'"),
            Map.entry("urgencyU1", FILED + "= 'U1'"),
            Map.entry("urgencyU2", FILED + "= 'U2'"),
            Map.entry("urgencyU3", FILED + "= 'U3'"),
            Map.entry("urgencyU4", FILED + "= 'U4'"));

    private final JdbcClient jdbc;

    QuarterNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param quarter its first day */
    Map<String, Integer> of(LocalDate quarter) {
        Map<String, Integer> numbers = new TreeMap<>();
        COUNTED.forEach((name, from) -> numbers.put(name, count(from, quarter)));
        for (CauseCode cause : CauseCode.values()) {
            numbers.put(nameOf(cause), count(CAUSED + "'" + cause.name() + "'", quarter));
        }
        return numbers;
    }

    private int count(String from, LocalDate quarter) {
        return jdbc.sql("select count(*) " + from)
                .param("first", quarter)
                .param("last", quarter.plusMonths(3).minusDays(1))
                .param("days", CheckIns.AFTER_DAYS.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** For example {@code causeRuleMissing}. */
    private static String nameOf(CauseCode cause) {
        return Arrays.stream(cause.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "cause", ""));
    }

    /** The first day of the quarter in which the first concern was filed that is still there; empty while there is none. */
    Optional<LocalDate> first() {
        return jdbc.sql("select date_trunc('quarter', filed_on)::date from concern.concern order by filed_on limit 1")
                .query(LocalDate.class)
                .optional();
    }

    Optional<LocalDate> lastCounted() {
        return jdbc.sql("select quarter from concern.quarter_counted order by quarter desc limit 1")
                .query(LocalDate.class)
                .optional();
    }
}
