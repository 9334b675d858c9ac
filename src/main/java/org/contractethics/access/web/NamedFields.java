package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contractethics.shared.FormProblem;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Tells people which value of a request cannot be read, and where it stands: in the address, where they or a link put it, or in a form,
 * where its page put it and nobody sees it.
 */
final class NamedFields {

    static final String MISSING = "its page sends it along, and it did not arrive.";

    private NamedFields() {}

    /** Whether a form brings this value, or should: it does not stand in the address. */
    static boolean inForm(HttpServletRequest request, String name) {
        return request.getMethod().equals("POST") && !inAddress(request, name);
    }

    private static boolean inAddress(HttpServletRequest request, String name) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .containsKey(name);
    }

    static List<String> reasons(HttpServletRequest request, FormProblem... fields) {
        List<String> reasons = new ArrayList<>();
        for (FormProblem field : fields) {
            String place = inForm(request, field.field()) ? "\u201d of the form: " : "\u201d in the address: ";
            reasons.add("\u201c" + field.field() + place + field.message());
        }
        reasons.add(
                Arrays.stream(fields).anyMatch(field -> inForm(request, field.field()))
                        ? "Nothing was changed. Open the page anew, and send its form from there."
                        : "Nothing was changed. Go back and choose it on the page.");
        return reasons;
    }
}
