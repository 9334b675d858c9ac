package org.contractethics.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.HardRule;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * The problem documents of the API (RFC 9457): what is wrong, for people in {@code reasons} and for programs in {@code type},
 * {@code rule} and {@code fields}. The types never change, whatever the address of the application.
 */
public final class ProblemDocuments {

    public static final String TYPES = "https://contractethics.org/problems/";

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "malformed"),
            Map.entry(401, "not-signed-in"),
            Map.entry(403, "not-allowed"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(412, "not-as-seen"),
            Map.entry(413, "too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(422, "invalid"),
            Map.entry(428, "precondition-required"),
            Map.entry(500, "failure"),
            Map.entry(503, "unavailable"));

    private ProblemDocuments() {}

    /** Whether the request is for the API, whose refusals are problem documents. */
    public static boolean wantedBy(HttpServletRequest request) {
        return isApi(request, request.getRequestURI());
    }

    static boolean isApi(HttpServletRequest request, String path) {
        return path.startsWith(request.getContextPath() + "/api/");
    }

    public static ProblemDetail of(Refused refused) {
        return of(refused.kind().status(), refused.reasons(), refused.rules(), refused.fields());
    }

    public static ProblemDetail of(int status, List<String> reasons) {
        return of(status, reasons, List.of(), List.of());
    }

    public static ProblemDetail of(int status, List<String> reasons, List<FormProblem> fields) {
        return of(status, reasons, List.of(), fields);
    }

    /** A problem with a type of its own instead of the one of its status. */
    static ProblemDetail named(int status, String name, String title, String reason) {
        ProblemDetail problem = of(status, List.of(reason));
        problem.setType(URI.create(TYPES + name));
        problem.setTitle(title);
        return problem;
    }

    private static ProblemDetail of(int status, List<String> reasons, List<HardRule> rules, List<FormProblem> fields) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), String.join(" ", reasons));
        problem.setType(URI.create(TYPES + NAMES.getOrDefault(status, "other")));
        problem.setProperty("reasons", reasons);
        if (!fields.isEmpty()) {
            problem.setProperty(
                    "fields", fields.stream().map(ProblemDocuments::field).toList());
        }
        if (!rules.isEmpty()) {
            HardRule first = rules.get(0);
            problem.setType(URI.create(TYPES + "rule-" + first.name().toLowerCase(Locale.ROOT)));
            problem.setTitle(first.title());
            problem.setProperty("rule", first.name());
            problem.setProperty("rules", rules.stream().map(HardRule::name).toList());
        }
        return problem;
    }

    private static Map<String, String> field(FormProblem problem) {
        Map<String, String> field = new LinkedHashMap<>();
        field.put("field", FieldPath.of(problem.field()));
        field.put("message", problem.message());
        return field;
    }

    static void write(HttpServletResponse response, ProblemDetail problem, JsonMapper json) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
