package org.contractethics.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.KeptInstead;
import org.contractethics.access.StorageOutage;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one transaction of each write by the API, and lets it happen once under its {@code Idempotency-Key}: the key, the write
 * and the answer are committed together or not at all. The caller gets the answer after the commit. A refusal changed nothing and
 * is not kept, so the same key can be sent again once its cause is gone.
 */
@Component
@Order(0)
class WritesOnce extends OncePerRequestFilter {

    /** Larger than any form of ours by far; files come in parts, which have a limit of their own. */
    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Logger LOG = LoggerFactory.getLogger(WritesOnce.class);

    private final SignedInActor people;
    private final KeptAnswers answers;
    private final RouteTable routes;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    WritesOnce(
            SignedInActor people,
            KeptAnswers answers,
            RouteTable routes,
            PlatformTransactionManager transactions,
            JsonMapper json) {
        this.routes = routes;
        this.people = people;
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    /** A write of one person; without a key where none was sent with a method that needs none, or nothing may be kept under it. */
    private record Write(HttpServletRequest request, String username, @Nullable String key, String fingerprint) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ProblemDocuments.wantedBy(request)
                || READS.contains(request.getMethod().toUpperCase(Locale.ROOT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor = people.signedIn();
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> key = IdempotencyKey.read(request.getHeader(IdempotencyKey.HEADER));
        if (key.isEmpty() && (request.getMethod().equals("POST") || request.getHeader(IdempotencyKey.HEADER) != null)) {
            refuse(response, request.getHeader(IdempotencyKey.HEADER) == null ? keyMissing() : keyMalformed());
            return;
        }
        Write write;
        try {
            write = write(
                    request,
                    actor.get().username(),
                    key.filter(mayBeKept -> routes.mayKeep(request)).orElse(null));
        } catch (MaxUploadSizeExceededException tooLarge) {
            refuse(response, ProblemDocuments.of(413, List.of("This file is larger than a document may be.")));
            return;
        } catch (MultipartException broken) {
            refuse(
                    response,
                    ProblemDocuments.of(400, List.of("The parts of this upload cannot be read. Send it again.")));
            return;
        }
        if (write == null) {
            refuse(response, ProblemDocuments.of(413, List.of("A body may have up to 2 MB.")));
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        inOneTransaction(write, answer, chain);
        answer.copyBodyToResponse();
    }

    private static @Nullable Write write(HttpServletRequest request, String username, @Nullable String key)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            // reads the parts, and tells one that is too large from one that cannot be read
            HttpServletRequest parts = new StandardMultipartHttpServletRequest(request);
            return new Write(request, username, key, RequestFingerprint.ofParts(parts));
        }
        return ReadBody.of(request, LARGEST_BODY)
                .map(read -> new Write(read, username, key, RequestFingerprint.of(read)))
                .orElse(null);
    }

    private void inOneTransaction(Write write, ContentCachingResponseWrapper answer, FilterChain chain)
            throws IOException, ServletException {
        try {
            transaction.executeWithoutResult(status -> {
                try {
                    once(write, answer, chain);
                } catch (IOException | ServletException passed) {
                    throw new Passed(passed);
                }
                if (answer.getStatus() >= 300) {
                    status.setRollbackOnly();
                }
            });
        } catch (Passed passed) {
            passed.rethrow();
        } catch (ConcurrencyFailureException atOnce) {
            replace(
                    answer,
                    ProblemDocuments.of(
                            409,
                            List.of(
                                    "Somebody else changed the same at this moment. Nothing was changed by you; send it again.")));
        } catch (DataAccessException | TransactionException failed) {
            notCommitted(write, answer, failed);
        }
    }

    private void notCommitted(Write write, ContentCachingResponseWrapper answer, RuntimeException failed)
            throws IOException {
        String state = StorageOutage.state(failed).orElse(null);
        if (state != null) {
            LOG.error("the database takes nothing in state={}", state);
            replace(answer, ProblemDocuments.of(503, List.of(StorageOutage.API)));
        } else if (failed instanceof TransactionException) {
            LOG.error("write not committed path={}", write.request().getServletPath(), failed);
            replace(
                    answer,
                    ProblemDocuments.of(
                            500, List.of("Something went wrong on our side. Nothing was changed; send it again.")));
        } else {
            throw failed;
        }
    }

    private void once(Write write, ContentCachingResponseWrapper answer, FilterChain chain)
            throws IOException, ServletException {
        String key = write.key();
        if (key != null && !answers.reserve(write.username(), key, write.fingerprint())) {
            again(write, answers.find(write.username(), key).orElseThrow(), answer);
            return;
        }
        chain.doFilter(write.request(), answer);
        if (key != null && answer.getStatus() < 300) {
            answers.keep(write.username(), key, kept(write, answer));
        }
    }

    private void again(Write write, KeptAnswer kept, HttpServletResponse answer) throws IOException {
        if (!kept.fingerprint().equals(write.fingerprint())) {
            refuse(answer, keyReused());
            return;
        }
        answer.setStatus(kept.status());
        answer.setHeader("Idempotent-Replayed", "true");
        header(answer, "Location", kept.location());
        header(answer, "ETag", kept.entityTag());
        if (kept.contentType() != null) {
            answer.setContentType(kept.contentType());
        }
        answer.getOutputStream().write(kept.body());
    }

    private static void header(HttpServletResponse answer, String name, @Nullable String value) {
        if (value != null) {
            answer.setHeader(name, value);
        }
    }

    private KeptAnswer kept(Write write, ContentCachingResponseWrapper answer) {
        Object instead = KeptInstead.in(write.request());
        return new KeptAnswer(
                write.fingerprint(),
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader("Location"),
                answer.getHeader("ETag"),
                instead == null ? answer.getContentAsByteArray() : json.writeValueAsBytes(instead));
    }

    private void replace(ContentCachingResponseWrapper answer, ProblemDetail problem) throws IOException {
        answer.reset();
        refuse(answer, problem);
    }

    private void refuse(HttpServletResponse response, ProblemDetail problem) throws IOException {
        ProblemDocuments.write(response, problem, json);
    }

    private static ProblemDetail keyMissing() {
        return ProblemDocuments.named(
                400,
                "idempotency-key-missing",
                "Idempotency-Key is missing",
                "Send a key of your own making as Idempotency-Key, for example a UUID: " + IdempotencyKey.SIGNS
                        + ". Sent again with the same key, the same request is done once.");
    }

    private static ProblemDetail keyMalformed() {
        return ProblemDocuments.named(
                400,
                "idempotency-key-malformed",
                "Idempotency-Key is malformed",
                "The Idempotency-Key that you sent is no key. Nothing was changed. Send one of " + IdempotencyKey.SIGNS
                        + ", for example a UUID.");
    }

    private static ProblemDetail keyReused() {
        return ProblemDocuments.named(
                422,
                "idempotency-key-reused",
                "Idempotency-Key was used for something else",
                "You sent another request under this Idempotency-Key within 24 hours. Send this one with a new key.");
    }

    /** Carries what a filter may throw through the transaction, which rolls back. */
    private static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Exception passed;

        Passed(Exception passed) {
            super(passed);
            this.passed = passed;
        }

        void rethrow() throws IOException, ServletException {
            if (passed instanceof IOException io) {
                throw io;
            }
            throw (ServletException) passed;
        }
    }
}
