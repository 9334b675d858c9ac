package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.access.StorageOutage;
import org.contractethics.access.internal.ProblemDocuments;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** Turns a refusal into the page, or below {@code /api} the problem document, that tells the person why and what to do. */
@ControllerAdvice
// after an advice that answers one refusal of its own pages better
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Answers answers;

    Refusals(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request) {
        return ProblemDocuments.wantedBy(request)
                ? problem(ProblemDocuments.of(refused), new HttpHeaders())
                : page(request, refused.kind().status(), refused.reasons());
    }

    /** A malformed id in an address names nothing; a malformed parameter is a mistake in the request. */
    @ExceptionHandler
    Object malformed(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? answer(request, 404)
                : answer(request, 400, new FormProblem(mismatch.getName(), "This value cannot be read."));
    }

    @ExceptionHandler
    Object unreadable(PageNumbers.Unreadable parameter, HttpServletRequest request) {
        return answer(request, 400, parameter.problem());
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        FormProblem[] fields = UnreadableJson.problems(unreadable);
        int status = UnreadableJson.isUnkept(unreadable) ? 422 : 400;
        return ProblemDocuments.wantedBy(request)
                ? problem(
                        ProblemDocuments.of(status, List.of(UnreadableJson.reason(unreadable)), List.of(fields)),
                        new HttpHeaders())
                : answer(request, status, fields);
    }

    /** What stands in the address is no text: {@code %ff} is no character of UTF-8. */
    @ExceptionHandler
    Object undecodable(InvalidParameterException parameters, HttpServletRequest request) {
        return answer(request, 400);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return missing(request, missing.getParameterName(), "Send this parameter.");
    }

    @ExceptionHandler
    Object missing(MissingServletRequestPartException missing, HttpServletRequest request) {
        return missing(request, missing.getRequestPartName(), "Send this part.");
    }

    private Object missing(HttpServletRequest request, String name, String toPrograms) {
        boolean form = !ProblemDocuments.wantedBy(request) && NamedFields.inForm(request, name);
        return answer(request, 400, new FormProblem(name, form ? NamedFields.MISSING : toPrograms));
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException excess, HttpServletRequest request) {
        return answer(request, 413);
    }

    @ExceptionHandler
    Object broken(MultipartException upload, HttpServletRequest request) {
        return answer(request, 400);
    }

    /** Two that came at once: by the version that was read, by a lock, or by what there may be only one of. */
    @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class})
    Object changedMeanwhile(DataAccessException conflict, HttpServletRequest request) {
        return answer(request, 409);
    }

    /** An outage outside of this application, already logged where it was noticed. */
    @ExceptionHandler
    Object nobodyAnswers(PeopleUnavailable unavailable, HttpServletRequest request) {
        return answer(request, 503);
    }

    /** Everything else: what Spring knows an HTTP status for, and failures, which are logged under a number people can quote. */
    @ExceptionHandler
    @Nullable
    Object other(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception;
        }
        if (response.isCommitted()) {
            LOG.info(
                    "answer cut off path={} cause={}",
                    request.getServletPath(),
                    exception.getClass().getName());
            return null;
        }
        if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            return answer(request, status, reasons(request, status, known.getHeaders()), known.getHeaders());
        }
        if (StorageOutage.causes(exception)) {
            return withoutStorage(exception, request);
        }
        if (SqlStates.causes(exception, SqlStates.LOCKED_TOO_LONG)) {
            return answer(request, 409);
        }
        if (UnkeptText.causes(exception)) {
            return answer(request, 400, List.of(UnkeptText.PROBLEM), new HttpHeaders());
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("failure number={}", number, exception);
        return answer(request, 500, List.of(answers.failure(number)), new HttpHeaders());
    }

    /** The log gets the SQLSTATE: the database's own log tells more, and quotes nothing of the request here. */
    private Object withoutStorage(Exception exception, HttpServletRequest request) {
        LOG.error(
                "the database takes nothing in state={}",
                StorageOutage.state(exception).orElse(""));
        StorageOutage.mark(request);
        return answer(request, 503);
    }

    private Object answer(HttpServletRequest request, int status, FormProblem... fields) {
        List<String> reasons = reasons(request, status, new HttpHeaders());
        return ProblemDocuments.wantedBy(request)
                ? problem(ProblemDocuments.of(status, reasons, List.of(fields)), new HttpHeaders())
                : page(request, status, fields.length == 0 ? reasons : NamedFields.reasons(request, fields));
    }

    private List<String> reasons(HttpServletRequest request, int status, HttpHeaders headers) {
        if (StorageOutage.is(request)) {
            return List.of(ProblemDocuments.wantedBy(request) ? StorageOutage.API : StorageOutage.WORDS);
        }
        List<String> page = answers.reasons(status);
        return ProblemDocuments.wantedBy(request) ? ApiReasons.of(status, headers, page) : page;
    }

    private Object answer(HttpServletRequest request, int status, List<String> reasons, HttpHeaders headers) {
        return ProblemDocuments.wantedBy(request)
                ? problem(ProblemDocuments.of(status, reasons), headers)
                : page(request, status, reasons);
    }

    private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ModelAndView page(HttpServletRequest request, int status, List<String> reasons) {
        ModelAndView page = new ModelAndView("access/refused");
        page.setStatus(HttpStatus.valueOf(status));
        page.addObject("heading", answers.heading(status));
        page.addObject("reasons", reasons);
        page.addObject("typed", TypedWords.of(request));
        page.addObject("wayBack", WayBack.of(request));
        return page;
    }
}
