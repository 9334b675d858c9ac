package org.contractethics.concern.internal.retaliation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.jspecify.annotations.Nullable;

/**
 * What a filer whom nobody knows answers. The day may be left out: with it they could be recognised.
 *
 * @param happened null where not answered
 * @param kind name of an {@link AdverseActKind}
 * @param day as typed; empty where they would rather not say
 */
public record AnswerWithCode(@Nullable Boolean happened, String kind, String day, String account) {

    /** What can be wrong with it. */
    public enum Wrong {
        HAPPENED,
        KIND,
        DAY,
        ACCOUNT,
        LONG,
        CODE
    }

    /** In the order of the form; empty where nothing is wrong. */
    public List<Wrong> problems(FilerSession session, LocalDate today) {
        if (happened == null) {
            return List.of(Wrong.HAPPENED);
        }
        List<Wrong> wrong = new ArrayList<>();
        if (isOfHarm()) {
            if (act().isEmpty()) {
                wrong.add(Wrong.KIND);
            }
            if (!day.isBlank() && happenedOn().filter(on -> !on.isAfter(today)).isEmpty()) {
                wrong.add(Wrong.DAY);
            }
            accountProblem(session).ifPresent(wrong::add);
        }
        return List.copyOf(wrong);
    }

    private Optional<Wrong> accountProblem(FilerSession session) {
        String told = told();
        if (PlainText.isBlank(told)) {
            return Optional.of(Wrong.ACCOUNT);
        }
        if (told.length() > WatchingRetaliation.LONGEST) {
            return Optional.of(Wrong.LONG);
        }
        return session.hasCodeIn(told) ? Optional.of(Wrong.CODE) : Optional.empty();
    }

    boolean isOfHarm() {
        return Boolean.TRUE.equals(happened);
    }

    /** As everything typed is kept: without what cannot be seen. */
    String told() {
        return PlainText.of(account);
    }

    Optional<AdverseActKind> act() {
        return Arrays.stream(AdverseActKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst();
    }

    Optional<LocalDate> happenedOn() {
        try {
            return Optional.of(LocalDate.parse(day.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AnswerWithCode";
    }
}
