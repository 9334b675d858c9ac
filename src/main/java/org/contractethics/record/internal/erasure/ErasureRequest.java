package org.contractethics.record.internal.erasure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * Whom to erase and why.
 *
 * @param name full name as it may stand in texts; empty where it is not to be looked for
 * @param basis null where none was chosen
 */
public record ErasureRequest(String account, String name, @Nullable ErasureBasis basis, String reason) {

    /** Of every kind, so that a name copied from elsewhere is the one that people type. */
    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");

    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_REASON = 30;
    private static final int LONGEST_REASON = 2_000;

    public ErasureRequest {
        account = account.strip();
        name = WHITE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        reason = reason.strip();
    }

    /** What is wrong with it as a form; empty where nothing is. */
    public List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (account.isEmpty() || length(account) > LONGEST_NAME) {
            problems.add(new FormProblem("account", "Give the account name of the person."));
        }
        if (!name.isEmpty() && (length(name) < SHORTEST_NAME || length(name) > LONGEST_NAME)) {
            problems.add(new FormProblem("name", "Give the full name in 3 to 100 characters, or leave it out."));
        }
        if (basis == null) {
            problems.add(new FormProblem("basis", "Choose the ground of the erasure."));
        }
        if (length(reason) < SHORTEST_REASON || length(reason) > LONGEST_REASON) {
            problems.add(new FormProblem("reason", "Say in 30 to 2,000 characters why this ground applies."));
        } else if (names(account) || names(name)) {
            problems.add(
                    new FormProblem("reason", "Leave the name of the person out: the reason stays in the record."));
        }
        return problems;
    }

    @Nullable
    String nameOrNull() {
        return name.isEmpty() ? null : name;
    }

    /** As the database counts. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private boolean names(String person) {
        return !person.isEmpty() && reason.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT));
    }
}
