package org.contractethics.access.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds to the description of every operation what holds for all: the headers of writes, and refusals as problem documents. */
@Component
class ApiAnswers implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String IF_MATCH = "If-Match";

    /** Of these nothing is kept under the key: it would lead from a person to a concern, a letter, an erasure or what they watch, or hold a password. */
    private static final Pattern UNKEPT = Pattern.compile(String.join(
            "|",
            "/api/(concerns|letters|surveys)(/.*)?",
            "/api/contracts/[^/]+/concerns/.*",
            "/api/contracts/[^/]+/watch",
            "/api/record/erasures(/.*)?",
            "/api/contracts/[^/]+/documents/[^/]+/password"));

    /** What can be changed by who read it. */
    private static final Pattern TAGGED = Pattern.compile(String.join(
            "|",
            "/api/(contracts|reviews|conditions|suspensions|exits|remediations|re-reviews|sample-reviews|absences|concerns)/\\{[^}]+}",
            "/api/contracts/\\{[^}]+}/(interim-measures|in-force|visibility-limits|incorporated-documents|concerns|screening|redactions/\\{[^}]+})",
            "/api/letters/(thresholds|\\{[^}]+}(/signatures)?)",
            "/api/concerns/\\{[^}]+}/(legal-hold|(openings|ties)/\\{[^}]+})",
            "/api/procedures/\\{[^}]+}",
            "/api/record/erasures/\\{[^}]+}",
            "/api/search/saved/\\{[^}]+}",
            "/api/reports/unsigned/.*",
            "/api/reviews/\\{[^}]+}/stages/assessment/draft/.*",
            "/api/reviews/\\{[^}]+}/panel",
            "/api/panel/(meetings|terms)/\\{[^}]+}",
            "/api/policy/versions/\\{[^}]+}",
            "/api/inbox/saved-views/\\{[^}]+}",
            "/api/targets"));

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().addSchemas(PROBLEM, problem());
        description.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        boolean conditional = parameters(operation).stream().anyMatch(found -> IF_MATCH.equals(found.getName()));
        if (method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.DELETE) {
            operation.addParametersItem(key(method == HttpMethod.POST, path));
        }
        parameters(operation).stream()
                .filter(found -> IF_MATCH.equals(found.getName()))
                .forEach(header -> header.description("ETag of what the change was decided on")
                        .required(true));
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        refusals(path, method, conditional, operation.getRequestBody() != null)
                .forEach((status, words) -> refusal(operation.getResponses(), status, words));
        tags(conditional || readsTagged(path, method), operation.getResponses());
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static boolean readsTagged(String path, HttpMethod method) {
        return method == HttpMethod.GET && TAGGED.matcher(path).matches();
    }

    private static Map<String, String> refusals(String path, HttpMethod method, boolean conditional, boolean body) {
        boolean write = method != HttpMethod.GET;
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put(
                "400", write ? "The request cannot be read, or has no Idempotency-Key" : "The request cannot be read");
        refusals.put("401", "No valid access token");
        refusals.put("403", "A role is missing, or a rule bars this person; rule names it");
        if (path.contains("{")) {
            refusals.put("404", "There is no such thing, or the caller may not know of it");
        }
        if (write) {
            refusals.put("409", "Somebody was faster, or it has not come to this yet");
            refusals.put("422", "What was sent breaks a rule, or the Idempotency-Key was used for something else");
        }
        if (conditional) {
            refusals.put("412", "It changed after it was read");
            refusals.put("428", "If-Match is missing");
        }
        if (body) {
            refusals.put("413", "Too large");
        }
        refusals.put("500", "A failure on our side; nothing was changed");
        refusals.put("503", "Something this needs does not answer at the moment");
        return refusals;
    }

    /** Words that an operation has of its own stay. */
    private static void refusal(ApiResponses responses, String status, String words) {
        ApiResponse response = responses.get(status);
        if (response == null) {
            response = new ApiResponse().description(words);
            responses.addApiResponse(status, response);
        }
        response.setContent(new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static void tags(boolean tagged, ApiResponses responses) {
        responses.forEach((status, response) -> {
            if (tagged && status.equals("200")) {
                response.addHeaderObject(
                        "ETag",
                        new Header()
                                .description("Send it as If-Match with a change")
                                .schema(new StringSchema()));
            }
            if (status.equals("201") || status.equals("202")) {
                response.addHeaderObject(
                        "Location", new Header().description("Where it is read").schema(new StringSchema()));
            }
        });
    }

    private static Parameter key(boolean required, String path) {
        String once =
                """
                A key of the caller's own making, for example a UUID. The same request sent again with it within 24 hours is done once, \
                and gets the same answer.""";
        String unkept =
                """
                A key of the caller's own making, for example a UUID. Nothing is kept under it: a concern or a letter that is sent \
                again with it is there once, and what is done to it happens once by its If-Match or its rules, so that it is refused when \
                it is sent again.""";
        return new HeaderParameter()
                .name("Idempotency-Key")
                .description(UNKEPT.matcher(path).matches() ? unkept : once)
                .required(required)
                .schema(new StringSchema().minLength(1).maxLength(255));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().format("uri").description("Never changes"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("The reasons in one text"))
                .addProperty("instance", new StringSchema())
                .addProperty("reasons", new ArraySchema().items(new StringSchema()))
                .addProperty("rule", new StringSchema().description("The violated hard rule, H1 to H19"))
                .addProperty("rules", new ArraySchema().items(new StringSchema()))
                .addProperty(
                        "fields",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }
}
