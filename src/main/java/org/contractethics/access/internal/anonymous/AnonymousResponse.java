package org.contractethics.access.internal.anonymous;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** An answer whose headers nobody inside can weaken, and whose failures wait for the page of the anonymous pages. */
final class AnonymousResponse extends HttpServletResponseWrapper {

    private int refusal;

    AnonymousResponse(HttpServletResponse response) {
        super(response);
    }

    /** The status somebody refused with; 0 where nobody did. */
    int refusal() {
        return refusal;
    }

    /** The message is dropped: it may quote what was sent. */
    @Override
    public void sendError(int status, @Nullable String message) {
        refusal = status;
    }

    @Override
    public void sendError(int status) {
        refusal = status;
    }

    @Override
    public void setHeader(String name, String value) {
        if (!AnonymousHeaders.isFixed(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!AnonymousHeaders.isFixed(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setDateHeader(String name, long date) {
        if (!AnonymousHeaders.isFixed(name)) {
            super.setDateHeader(name, date);
        }
    }

    @Override
    public void addDateHeader(String name, long date) {
        if (!AnonymousHeaders.isFixed(name)) {
            super.addDateHeader(name, date);
        }
    }

    /** Without the session id that the server would write into addresses. */
    @Override
    public String encodeURL(String url) {
        return url;
    }

    @Override
    public String encodeRedirectURL(String url) {
        return url;
    }
}
