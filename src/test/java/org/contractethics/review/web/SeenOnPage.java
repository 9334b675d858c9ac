package org.contractethics.review.web;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A ruling names what its page shows now, as the form there does; one that names something itself is sent as it is. */
final class SeenOnPage {

    private static final Pattern RULING = Pattern.compile(
            "(/(?:suspensions|exits|remediations|conditions)/[0-9a-f-]+)/(?:ruling|plan-ruling|report-ruling)");

    private SeenOnPage() {}

    static Map<String, ?> with(Map<String, ?> fields, String path, Function<String, MvcTestResult> page) {
        Matcher ruling = RULING.matcher(path);
        if (fields.containsKey("seen") || !ruling.matches()) {
            return fields;
        }
        Map<String, Object> all = new LinkedHashMap<>(fields);
        try {
            ReviewHands.hidden(page.apply(ruling.group(1)).getResponse().getContentAsString())
                    .getOrDefault("seen", List.of())
                    .forEach(number -> all.put("seen", number));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }
}
