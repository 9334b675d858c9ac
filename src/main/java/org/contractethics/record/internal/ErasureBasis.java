package org.contractethics.record.internal;

import java.time.LocalDate;
import java.util.Locale;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Times;

/** The grounds on which a person has a right to be erased: GDPR Article 17(1). */
public enum ErasureBasis {
    A("no longer necessary for the purposes they were collected for"),
    B("consent was withdrawn and there is no other legal ground"),
    C("the person objected and no overriding grounds remain"),
    D("processed unlawfully"),
    E("a legal obligation demands the erasure"),
    F("collected from a child for a service of the information society");

    private final String ground;

    ErasureBasis(String ground) {
        this.ground = ground;
    }

    /** As the database has it. */
    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String article() {
        return "Art. 17(1)(" + letter() + ") GDPR";
    }

    /** The article and what it says. */
    public String label() {
        return article() + ": " + ground;
    }

    static ErasureBasis ofLetter(String letter) {
        return valueOf(letter.toUpperCase(Locale.ROOT));
    }

    /** What is read in place of an erased value. */
    static String erased(ErasureBasis basis, LocalDate day) {
        return RecordEntry.ERASED + Times.words(day) + ", basis " + basis.article();
    }

    /** @param stored the letter and the ISO day */
    public static String erased(String stored) {
        return erased(ofLetter(stored.substring(0, 1)), LocalDate.parse(stored.substring(1)));
    }
}
