package org.contractethics.document.cleaning;

import java.io.IOException;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Outcome;

/** Rebuilds a file by what its bytes are, whatever its name says. */
public final class Cleaning {

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Cleaning() {}

    /** Must run where running out of memory costs nobody but this file. */
    public static Cleaned clean(byte[] original) {
        try {
            return rebuilt(original);
        } catch (LockedException e) {
            return Cleaned.without(Outcome.LOCKED);
        } catch (IOException | RuntimeException damaged) {
            return Cleaned.without(Outcome.GIVEN_UP);
        }
    }

    private static Cleaned rebuilt(byte[] original) throws IOException {
        if (begins(original, PDF)) {
            return PdfPages.rebuilt(original);
        }
        if (begins(original, ZIP)) {
            return OfficeText.rebuilt(original);
        }
        if (Pictures.isOne(original)) {
            return Pictures.rebuilt(original);
        }
        return PlainWords.rebuilt(original);
    }

    static boolean begins(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (bytes[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
