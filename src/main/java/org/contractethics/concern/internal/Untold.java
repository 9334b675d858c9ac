package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What filers did and nobody was told yet, to the day. */
@Repository
class Untold {

    /** In place of the number of a message: the concern was filed. */
    static final int FILING = 0;

    /** The number that stands for the appeal against the answer. */
    static final int APPEAL = -1;

    /** In place of the number of a message: the filer asked for a meeting. */
    static final int MEETING = Integer.MAX_VALUE - 1;

    /** In place of the number of a message: the filer took the concern back. Told last of all. */
    static final int WITHDRAWAL = Integer.MAX_VALUE;

    /** In place of the number of a message: the author of a letter closed it. */
    static final int LETTER_CLOSED = Integer.MAX_VALUE - 2;

    /** Above it, by its number, a version of the text that the author of a letter wrote anew; no concern has so many messages. */
    private static final int LETTER_VERSIONS = 2_000_000_000;

    private final JdbcClient jdbc;

    Untold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param number 0 for the filing, {@link #APPEAL}, {@link #MEETING}, {@link #WITHDRAWAL}, {@link #LETTER_CLOSED}, that of a version of a
     *     letter, below {@link #APPEAL} an answer to a
     *     question of a reviewer, else the number of the message
     */
    record Act(int number, LocalDate day) {

        boolean isAppeal() {
            return number == APPEAL;
        }

        /** The number of the question of a reviewer that the filer answered; empty where it was something else. */
        OptionalInt question() {
            return number < APPEAL ? OptionalInt.of(APPEAL - number) : OptionalInt.empty();
        }

        boolean isFiling() {
            return number == FILING;
        }

        boolean isMeeting() {
            return number == MEETING;
        }

        boolean isLetterClosed() {
            return number == LETTER_CLOSED;
        }

        /** The version of the text that the author of a letter wrote; empty where it was something else. */
        OptionalInt letterVersion() {
            return number > LETTER_VERSIONS && number < LETTER_CLOSED
                    ? OptionalInt.of(number - LETTER_VERSIONS)
                    : OptionalInt.empty();
        }

        boolean isWithdrawal() {
            return number == WITHDRAWAL;
        }
    }

    void add(ConcernId concern, int number, LocalDate day) {
        jdbc.sql("insert into concern.untold (concern, number, day) values (:concern, :number, :day)")
                .param("concern", concern.value())
                .param("number", number)
                .param("day", day)
                .update();
    }

    void addVersionOfLetter(ConcernId letter, int version, LocalDate day) {
        add(letter, LETTER_VERSIONS + version, day);
    }

    /** Concerns with something untold of an earlier day, in the order of their random ids: that of their filing would tell of hours. */
    List<ConcernId> before(LocalDate today) {
        return jdbc
                .sql("select distinct concern from concern.untold where day < :today order by concern")
                .param("today", today)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    /** Concerns of which this one act is untold. */
    Set<ConcernId> ofKind(int number) {
        return jdbc
                .sql("select concern from concern.untold where number = :number")
                .param("number", number)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes what is untold of days before this one, in order; whoever takes it has to tell it. */
    List<Act> take(ConcernId concern, LocalDate before) {
        return jdbc.sql(
                        """
                with told as (
                    delete from concern.untold where concern = :concern and day < :before returning number, day)
                select number, day from told order by number""")
                .param("concern", concern.value())
                .param("before", before)
                .query(Act.class)
                .list();
    }
}
