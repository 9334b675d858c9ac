package org.contractethics.concern.internal.retaliation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.HandledConcerns.Reader;
import org.contractethics.concern.internal.retaliation.WatchRows.Sealed;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Told;
import org.jspecify.annotations.Nullable;

/**
 * What a filer told of whom nobody is to know, in the words that are sealed: beside the files of a personnel department, a kind and a
 * day name a person.
 *
 * @param happenedOn null where an anonymous filer did not say
 */
record SealedAct(AdverseActKind kind, @Nullable LocalDate happenedOn) {

    private static final String NO_DAY = "-";

    static final String YES = "yes";
    static final String NO = "no";

    String inWords() {
        return kind.name() + "\n" + (happenedOn == null ? NO_DAY : happenedOn);
    }

    private static SealedAct of(String words) {
        List<String> lines = words.lines().toList();
        String day = lines.get(1);
        return new SealedAct(AdverseActKind.valueOf(lines.get(0)), day.equals(NO_DAY) ? null : LocalDate.parse(day));
    }

    static Told told(Sealed sealed, Reader reader) {
        SealedAct act = of(reader.text(field(sealed.ownCase()), sealed.told()));
        return Told.of(sealed.ownCase(), act.kind(), act.happenedOn());
    }

    /** Under which name it is sealed, so that one cannot be put in place of another. */
    static String field(UUID ownCase) {
        return "adverse-act/" + ownCase;
    }

    /** Under which name the answer after so many days is sealed. */
    static String answerField(int afterDays) {
        return "check-in/" + afterDays;
    }
}
