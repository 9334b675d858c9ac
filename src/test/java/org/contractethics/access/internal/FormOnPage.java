package org.contractethics.access.internal;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The first form in the main part of a page, filled in as it came.
 *
 * @param fields what a browser would send, in order; a name may occur more than once
 */
public record FormOnPage(String action, boolean multipart, List<Field> fields) {

    public record Field(String name, String value) {}

    private static final Pattern FORM = Pattern.compile("(<form[^>]*>)(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "<input([^>]*)>|<textarea([^>]*)>(.*?)</textarea>|<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option([^>]*selected[^>]*)>");

    public static FormOnPage of(HttpResponse<String> page) {
        String html = page.body().substring(Math.max(0, page.body().indexOf("<main")));
        Matcher form = FORM.matcher(html);
        if (!form.find()) {
            throw new IllegalStateException("no form at " + page.uri());
        }
        List<Field> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(form.group(2));
        while (field.find()) {
            add(fields, field);
        }
        String action = attribute(form.group(1), "action");
        return new FormOnPage(action, form.group(1).contains("multipart/form-data"), fields);
    }

    /** The same form with other values for this name. */
    public FormOnPage with(String name, String... values) {
        List<Field> changed = new ArrayList<>(fields);
        changed.removeIf(field -> field.name().equals(name));
        List.of(values).forEach(value -> changed.add(new Field(name, value)));
        return new FormOnPage(action, multipart, changed);
    }

    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    String contentType() {
        return multipart ? "multipart/form-data; boundary=part" : "application/x-www-form-urlencoded";
    }

    BodyPublisher body() {
        StringBuilder body = new StringBuilder();
        for (Field field : fields) {
            if (multipart) {
                body.append("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.name(), field.value()));
            } else {
                body.append(body.isEmpty() ? "" : "&")
                        .append(Visitor.encode(field.name()))
                        .append('=')
                        .append(Visitor.encode(field.value()));
            }
        }
        return BodyPublishers.ofString(multipart ? body + "--part--\r\n" : body.toString());
    }

    private static void add(List<Field> fields, Matcher field) {
        if (field.group(2) != null) {
            fields.add(new Field(attribute(field.group(2), "name"), HtmlUtils.htmlUnescape(field.group(3))));
        } else if (field.group(4) != null) {
            Matcher chosen = CHOSEN.matcher(field.group(5));
            fields.add(new Field(
                    attribute(field.group(4), "name"), chosen.find() ? attribute(chosen.group(1), "value") : ""));
        } else {
            String type = attribute(field.group(1), "type");
            boolean box = type.equals("checkbox") || type.equals("radio");
            if (!type.equals("file") && (!box || field.group(1).contains("checked"))) {
                fields.add(new Field(attribute(field.group(1), "name"), attribute(field.group(1), "value")));
            }
        }
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }
}
