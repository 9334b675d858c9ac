package org.contractethics.review.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What programs send, made the same as what people type: stripped, line ends in one form, missing is empty. */
final class Sent {

    private Sent() {}

    static String text(@Nullable String sent) {
        return sent == null ? "" : FormValues.clean(sent).replace("\r\n", "\n").strip();
    }

    static List<String> list(@Nullable List<@Nullable String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().map(Sent::text).filter(text -> !text.isEmpty()).toList();
    }

    static <T> List<T> rows(@Nullable List<@Nullable T> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }

    /** What is said of each name, without those of which nothing is said. */
    static <T> Map<String, T> known(@Nullable Map<String, @Nullable T> sent) {
        Map<String, T> known = new HashMap<>();
        if (sent != null) {
            sent.forEach((name, value) -> {
                if (value != null) {
                    known.put(name, value);
                }
            });
        }
        return known;
    }

    /** The marks of an assessment, and why each right is not touched of which something is said. */
    static Marks marks(
            @Nullable Map<String, @Nullable Boolean> rights,
            @Nullable Map<String, @Nullable String> untouchedBecause,
            @Nullable String consultation,
            @Nullable String proxyReason) {
        Map<String, String> reasons = new HashMap<>();
        Sent.<String>known(untouchedBecause).forEach((right, said) -> {
            if (!text(said).isEmpty()) {
                reasons.put(right, text(said));
            }
        });
        return new Marks(known(rights), reasons, text(consultation), text(proxyReason));
    }

    static Stage stage(@Nullable String taskKey) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("Name the stage as it stands in openStages, for example vote."));
    }
}
