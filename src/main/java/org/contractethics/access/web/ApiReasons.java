package org.contractethics.access.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What a program reads when a request of it is refused before any rule was asked; it has no page that it could load again. */
final class ApiReasons {

    private static final String DESCRIPTION = " Nothing was changed. /v3/api-docs describes what belongs there.";

    private ApiReasons() {}

    /**
     * @param headers of the answer; for 415 they name what is read
     * @param page what a person would read, where that holds for programs as well
     */
    static List<String> of(int status, HttpHeaders headers, List<String> page) {
        return switch (status) {
            case 400 -> List.of("The request cannot be read as it was sent." + DESCRIPTION);
            case 405 -> List.of("This address does not take this kind of request.");
            case 406 ->
                List.of("The answer does not exist in the form that Accept asks for." + DESCRIPTION
                        + " Without Accept the API answers as application/json.");
            case 409 ->
                List.of(
                        "Somebody else changed or finished this in the meantime. Nothing of yours was saved. Read it again, then decide.");
            case 415 ->
                List.of("Send the body as " + read(headers) + ", and say so in Content-Type. Nothing was changed.");
            case 503 ->
                List.of(
                        "The directory of people does not answer, so nobody can tell who may do this. Nothing was changed. Send the request again in a minute or two.");
            default -> page;
        };
    }

    private static String read(HttpHeaders headers) {
        String types = headers.getAccept().stream()
                .filter(MediaType::isConcrete)
                .map(type -> type.getType() + "/" + type.getSubtype())
                .filter(type -> !type.contains("+"))
                .distinct()
                .collect(Collectors.joining(" or "));
        return types.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : types;
    }
}
