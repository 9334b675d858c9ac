package org.contractethics.crash;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Forms as a browser reads them out of a page and writes them into a request. */
final class Forms {

    static final String MULTIPART = "multipart/form-data; boundary=border-of-parts";

    private static final String BORDER = "\r\n--border-of-parts";
    private static final String TOKEN = "_csrf";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern SUMMARY = Pattern.compile("error-summary.*?</section>", Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile("<main.*?</main>", Pattern.DOTALL);

    private Forms() {}

    /** The token that proves where a form came from. */
    static Optional<String> token(String page) {
        return Optional.ofNullable(hidden(page).get(TOKEN)).map(values -> values.get(0));
    }

    static Map<String, Object> withToken(Map<String, ?> fields, String token) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put(TOKEN, token);
        return all;
    }

    /** The hidden fields of the page, up to the form of a check page that leads back. */
    static Map<String, Object> carriedOn(String page) {
        int begin = Math.max(page.indexOf("<main"), 0);
        int back = page.indexOf("name=\"change\"");
        Map<String, Object> fields =
                new LinkedHashMap<>(hidden(page.substring(begin, back < 0 ? page.length() : back)));
        fields.remove(TOKEN);
        return fields;
    }

    private static Map<String, List<String>> hidden(String html) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(html);
        while (field.find()) {
            List<String> values = fields.computeIfAbsent(field.group(1), name -> new ArrayList<>());
            String value = HtmlUtils.htmlUnescape(field.group(2));
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        return fields;
    }

    /** What the page says to its reader: its error summary, or all of it. */
    static String words(String page) {
        Matcher summary = SUMMARY.matcher(page);
        Matcher main = MAIN.matcher(page);
        String said = summary.find() ? summary.group() : main.find() ? main.group() : page;
        return said.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    static String encoded(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> values(field.getValue()).stream().map(value -> pair(field.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    private static List<?> values(Object value) {
        return value instanceof List<?> many ? many : List.of(value);
    }

    private static String pair(String name, Object value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** A form with one file, as {@link #MULTIPART}. */
    static byte[] multipart(String token, String field, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("name=\"" + TOKEN + "\""));
        body.writeBytes(token.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(part("name=\"" + field + "\"; filename=\"" + fileName + "\""));
        body.writeBytes(content);
        body.writeBytes((BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] part(String disposition) {
        return (BORDER + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
