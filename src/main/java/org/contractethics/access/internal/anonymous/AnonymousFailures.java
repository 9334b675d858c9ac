package org.contractethics.access.internal.anonymous;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.access.StorageOutage;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What becomes of exceptions on the anonymous pages. Their messages quote what was sent, so neither a page nor a log line ever holds
 * one: the log gets the kinds of exceptions and the places in our own code (S7).
 */
@Component
class AnonymousFailures implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(AnonymousFailures.class);
    private static final String OURS = "org.contractethics.";
    private static final int PLACES = 6;

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!AnonymousPages.isOne(request)) {
            return null;
        }
        int status = status(exception);
        if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            request.setAttribute(AnonymousPages.REFERENCE, logged(exception));
        }
        try {
            response.sendError(status);
        } catch (IOException e) {
            throw new IllegalStateException("our own response only remembers it", e);
        }
        return new ModelAndView();
    }

    private static int status(Exception exception) {
        if (exception instanceof Refused refused) {
            return refused.kind().status();
        }
        if (exception instanceof MaxUploadSizeExceededException) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (exception instanceof TypeMismatchException) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (exception instanceof MultipartException || exception instanceof HttpMessageNotReadableException) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (exception instanceof ConcurrencyFailureException || exception instanceof DuplicateKeyException) {
            return HttpServletResponse.SC_CONFLICT;
        }
        if (exception instanceof PeopleUnavailable || StorageOutage.causes(exception)) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        return exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()
                ? known.getStatusCode().value()
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** Logs the failure without a word of it, and answers the number under which people can ask for it. */
    static String logged(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        String kinds = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(PLACES)
                .map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(" < "));
        String places = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(PLACES)
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
        log.error("failure on an anonymous page number={} kinds={} at={}", reference, kinds, places);
        return reference;
    }
}
