package org.contractethics.concern.internal.opening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * A request to open something, as typed.
 *
 * @param what {@code IDENTITY}, or {@code ORIGINAL-} and the number of a file
 * @param ground name of an {@link OpeningGround}
 */
public record AskOpening(String what, String ground, String reason, String basis) {

    private static final String ORIGINAL = OpeningKind.ORIGINAL.name() + "-";

    public AskOpening {
        reason = HandledConcerns.plain(reason);
        basis = HandledConcerns.plain(basis);
    }

    /** The value of {@code what} for a file. */
    public static String original(int number) {
        return ORIGINAL + number;
    }

    public List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (kind().isEmpty()) {
            problems.add(new FormProblem("opening-what", "Choose what is to be opened."));
        }
        if (parsedGround().isEmpty()) {
            problems.add(new FormProblem("opening-ground", "Choose on what the opening rests."));
        }
        if (!GivenReason.isWhole(reason)) {
            problems.add(new FormProblem(
                    "opening-reason", "Say in 30 to 2,000 characters why it is needed. The filer reads it."));
        }
        if (parsedGround().filter(OpeningGround.LEGAL_BASIS::equals).isPresent() && !GivenReason.isWhole(basis)) {
            problems.add(new FormProblem(
                    "opening-basis",
                    "Name in 30 to 2,000 characters the law, the authority or court, and its demand with its date."));
        }
        return List.copyOf(problems);
    }

    Optional<OpeningKind> kind() {
        if (what.equals(OpeningKind.IDENTITY.name())) {
            return Optional.of(OpeningKind.IDENTITY);
        }
        return file() == null ? Optional.empty() : Optional.of(OpeningKind.ORIGINAL);
    }

    /** Number of the file; null where it is about a name. */
    @Nullable
    Integer file() {
        return what.matches(ORIGINAL + "[1-9][0-9]{0,5}") ? Integer.valueOf(what.substring(ORIGINAL.length())) : null;
    }

    Optional<OpeningGround> parsedGround() {
        return Arrays.stream(OpeningGround.values())
                .filter(known -> known.name().equals(ground))
                .findFirst();
    }
}
