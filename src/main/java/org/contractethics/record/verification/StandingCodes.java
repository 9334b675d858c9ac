package org.contractethics.record.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stood when a decision was made, as entries of the third schema say it: these fields with these codes, and nothing else. */
final class StandingCodes {

    private static final String FACT = "standing";

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");
    private static final Predicate<Object> ANSWER = Set.<Object>of("YES", "NO", "UNKNOWN")::contains;

    private static final Predicate<Object> SEVERITY =
            Set.<Object>of("INCOMPLETE", "LOW", "MODERATE", "SERIOUS", "SEVERE", "CRITICAL")::contains;

    private static final Map<String, Predicate<Object>> IMPACT = Map.of(
            "right", StandingCodes::isCode,
            "severity", SEVERITY,
            "likelihood", Set.<Object>of("UNKNOWN", "RARE", "POSSIBLE", "LIKELY", "OCCURRING")::contains,
            "priority", Set.<Object>of("P1", "P2", "P3", "P4")::contains);

    /** Said of an impact since it is told what mitigation lowers. */
    private static final Map<String, Predicate<Object>> LOWERED =
            Map.of("assessedSeverity", SEVERITY, "residualSeverity", SEVERITY);

    private static final Map<String, Predicate<Object>> STANDING = Map.of(
            "impacts", listOf(value -> value instanceof Map<?, ?> impact && isImpact(impact)),
            "vulnerableGroups", ANSWER,
            "informationGap", ANSWER,
            "blockingGaps", listOf(StandingCodes::isCode),
            "otherGaps", listOf(StandingCodes::isCode));

    private StandingCodes() {}

    /** Null where the facts say nothing of it, or say it as they must. */
    static @Nullable String problem(Map<?, ?> facts) {
        Object standing = facts.get(FACT);
        boolean closed = standing == null || (standing instanceof Map<?, ?> codes && fits(codes, STANDING));
        return closed ? null : "what stood at the decision is not said in the codes of schema 3.";
    }

    private static boolean isCode(@Nullable Object value) {
        return value instanceof String text && CODE.matcher(text).matches();
    }

    private static boolean isImpact(Map<?, ?> impact) {
        Map<Object, Object> others = new HashMap<>(impact);
        boolean lowered = LOWERED.entrySet().stream()
                .allMatch(field ->
                        !others.containsKey(field.getKey()) || field.getValue().test(others.remove(field.getKey())));
        return lowered && fits(others, IMPACT);
    }

    private static boolean fits(Map<?, ?> value, Map<String, Predicate<Object>> form) {
        return value.keySet().equals(form.keySet())
                && form.entrySet().stream().allMatch(field -> field.getValue().test(value.get(field.getKey())));
    }

    private static Predicate<Object> listOf(Predicate<Object> one) {
        return value -> value instanceof List<?> list && list.stream().allMatch(one);
    }
}
