package org.contractethics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;

/** Why rights that a contract brings to mind are not touched, for stories that are about something else. */
public final class UntouchedReasons {

    public static final String REASON = "What is delivered reaches nobody in a way that bears on this right.";

    private UntouchedReasons() {}

    /** By code, as programs send them. */
    public static Map<String, String> of(Policy policy) {
        return of(policy.rights().stream().map(HumanRight::code).toList());
    }

    public static Map<String, String> of(Collection<String> rights) {
        Map<String, String> reasons = new LinkedHashMap<>();
        rights.forEach(right -> reasons.put(right, REASON));
        return reasons;
    }

    /** The fields of the form. */
    public static Map<String, String> fields(Policy policy) {
        Map<String, String> fields = new LinkedHashMap<>();
        of(policy).forEach((right, reason) -> fields.put("untouched-because-" + right, reason));
        return fields;
    }
}
