package org.contractethics.access.internal.anonymous;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractethics.access.internal.arriving.ArrivingBody;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much anonymous people may send at once. What they send lies in memory only, never in a file, so its size is known before any of it
 * is read, and counted as it comes. Forms without files of any size do not wait for those with.
 */
@Component
class AnonymousUploads {

    private static final String HELD = AnonymousUploads.class.getName() + ".held";
    private static final long MEGABYTE = 1024L * 1024;

    /** A form without files: the longest texts there may be, in characters of several bytes, encoded for a form. */
    private static final long FORM = MEGABYTE;

    private final long most;
    private final Semaphore megabytes;

    /**
     * @param uploadLimit the longest request, all files of it together
     * @param uploadsTogether what all requests that are on their way may hold together
     */
    @ConfigurationProperties("contract-ethics.anonymous")
    record Limits(@DefaultValue("26MB") DataSize uploadLimit, @DefaultValue("104MB") DataSize uploadsTogether) {}

    AnonymousUploads(Limits limits) {
        this.most = limits.uploadLimit().toBytes();
        this.megabytes = new Semaphore((int) limits.uploadsTogether().toMegabytes());
    }

    /** 0 where the request may come in, else the status that refuses it. */
    int enter(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (!request.getMethod().equals("POST")) {
            return length > 0 ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : 0;
        }
        if (length < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        if (length > (isMultipart(request) ? most : FORM)) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        return length <= FORM || hold(request, length) ? 0 : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    void leave(HttpServletRequest request) {
        if (request.getAttribute(HELD) instanceof AtomicInteger held) {
            request.removeAttribute(HELD);
            megabytes.release(held.get());
        }
    }

    private boolean hold(HttpServletRequest request, long length) {
        AtomicInteger held = new AtomicInteger();
        request.setAttribute(HELD, held);
        return ArrivingBody.of(request)
                .map(body -> {
                    body.takesRoom(() -> hold(held, 1));
                    return megabytes.availablePermits() > 0;
                })
                .orElseGet(() -> hold(held, (int) ((length - 1) / MEGABYTE) + 1));
    }

    private boolean hold(AtomicInteger held, int more) {
        if (!megabytes.tryAcquire(more)) {
            return false;
        }
        held.addAndGet(more);
        return true;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
