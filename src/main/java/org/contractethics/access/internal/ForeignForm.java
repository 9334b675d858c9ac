package org.contractethics.access.internal;

import jakarta.servlet.http.HttpServletRequest;

/** Marks a form that no page of ours sent, or one that is no longer valid, so that its refusal says so and speaks of no role. */
public final class ForeignForm {

    private static final String MARK = ForeignForm.class.getName();

    private ForeignForm() {}

    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
