package org.contractethics.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under an idempotency key instead of the answer itself, where that holds a secret: the key gives back the rest, and
 * nothing in the database shows what was shown once.
 */
public final class KeptInstead {

    private static final String NAME = KeptInstead.class.getName();

    private KeptInstead() {}

    /** Called by the controller that answers. */
    public static void of(HttpServletRequest request, Object answer) {
        request.setAttribute(NAME, answer);
    }

    /** Null where the answer is kept as it is. */
    public static @Nullable Object in(HttpServletRequest request) {
        return request.getAttribute(NAME);
    }
}
