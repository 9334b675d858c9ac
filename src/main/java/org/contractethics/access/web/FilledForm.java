package org.contractethics.access.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.internal.WholeText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of a page of ours, filled once more with what was sent by it. */
final class FilledForm {

    private static final Set<String> CHOICES = Set.of("checkbox", "radio");
    private static final Set<String> NEVER_FILLED = Set.of("file", "password", "submit", "button", "image", "reset");
    private static final String CSRF = "_csrf";

    /**
     * A field whose text cannot be kept as it was sent.
     *
     * @param control holds the text without what cannot be kept
     */
    record Cleaned(Element control, String label) {}

    private final Element form;
    private final List<Cleaned> cleaned = new ArrayList<>();

    private FilledForm(Element form) {
        this.form = form;
    }

    /**
     * Fills the form that sends to this path, if the page has one and everything that was sent has a place in it.
     *
     * @param inAddress names that the address of the form brings and not its fields
     */
    static Optional<FilledForm> in(Document page, String path, Map<String, String[]> sent, Set<String> inAddress) {
        List<Element> forms = page.select("form").stream()
                .filter(form -> form.attr("method").equalsIgnoreCase("post") && sendsTo(form, path))
                .toList();
        if (forms.size() > 1) {
            forms = forms.stream().filter(form -> isOf(form, sent)).toList();
        }
        if (forms.size() != 1) {
            return Optional.empty();
        }
        FilledForm filled = new FilledForm(forms.get(0));
        return filled.fill(sent, inAddress) ? Optional.of(filled) : Optional.empty();
    }

    /** The fields that hold another text now than was sent, in the order of what was sent. */
    List<Cleaned> cleaned() {
        return List.copyOf(cleaned);
    }

    boolean takesFiles() {
        return controls().stream().anyMatch(control -> control.attr("type").equalsIgnoreCase("file"));
    }

    private static boolean sendsTo(Element form, String path) {
        return pathOf(form.attr("action")).equals(path)
                || form.select("[formaction]").stream()
                        .anyMatch(button -> pathOf(button.attr("formaction")).equals(path));
    }

    private static String pathOf(String address) {
        try {
            String path = URI.create(address).getRawPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** Of forms that send to one path, each says of what it is in fields that nobody sees. */
    private static boolean isOf(Element form, Map<String, String[]> sent) {
        return form.select("input[type=hidden]").stream()
                .filter(hidden -> !hidden.attr("name").equals(CSRF))
                .allMatch(hidden -> Arrays.asList(sent.getOrDefault(hidden.attr("name"), new String[0]))
                        .contains(hidden.val()));
    }

    private List<Element> controls() {
        List<Element> controls = new ArrayList<>(form.select("input[name], textarea[name], select[name]"));
        Document page = form.ownerDocument();
        if (page != null && !form.id().isEmpty()) {
            controls.addAll(page.getElementsByAttributeValue("form", form.id()));
        }
        return controls;
    }

    /** Names of buttons, files and passwords, which no page shows again. */
    private Set<String> neverFilled() {
        return Stream.concat(
                        form.select("button[name]").stream(),
                        controls().stream().filter(control -> NEVER_FILLED.contains(control.attr("type"))))
                .map(control -> control.attr("name"))
                .collect(Collectors.toSet());
    }

    private boolean fill(Map<String, String[]> sent, Set<String> inAddress) {
        Map<String, List<Element>> fields = controls().stream()
                .filter(control -> !NEVER_FILLED.contains(control.attr("type")))
                .collect(Collectors.groupingBy(
                        control -> control.attr("name"), LinkedHashMap::new, Collectors.toList()));
        fields.entrySet().stream()
                .filter(field -> !sent.containsKey(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .filter(control -> CHOICES.contains(control.attr("type")))
                .forEach(control -> control.removeAttr("checked"));
        Set<String> neverFilled = neverFilled();
        return sent.entrySet().stream()
                .filter(field -> !field.getKey().equals(CSRF))
                .allMatch(field -> place(field.getValue(), fields.getOrDefault(field.getKey(), List.of()))
                        || neverFilled.contains(field.getKey())
                        || inAddress.contains(field.getKey()));
    }

    /** Whether every value found its place. */
    private boolean place(String[] values, List<Element> controls) {
        List<String> left = new ArrayList<>(Arrays.asList(values));
        List<Element> texts = new ArrayList<>();
        for (Element control : controls) {
            if (control.normalName().equals("select")) {
                choose(control.select("option"), "selected", left);
            } else if (CHOICES.contains(control.attr("type"))) {
                choose(List.of(control), "checked", left);
            } else if (!control.attr("name").equals(CSRF)) {
                texts.add(control);
            }
        }
        for (Element control : texts.subList(0, Math.min(texts.size(), left.size()))) {
            write(control, left.remove(0));
        }
        return left.stream().allMatch(String::isBlank);
    }

    private static void choose(List<Element> choices, String mark, List<String> values) {
        for (Element choice : choices) {
            choice.attr(mark, values.remove(choice.hasAttr("value") ? choice.val() : choice.text()));
        }
    }

    private void write(Element control, String value) {
        String whole = WholeText.of(value);
        if (control.normalName().equals("textarea")) {
            control.text(whole);
        } else {
            control.val(whole);
        }
        if (!WholeText.is(value)) {
            cleaned.add(new Cleaned(control, label(control)));
        }
    }

    private String label(Element control) {
        Element label = control.id().isEmpty() ? null : form.selectFirst("label[for=\"" + control.id() + "\"]");
        if (label == null) {
            return Words.ofField(control.attr("name"));
        }
        Element words = label.clone();
        words.select(".form-optional, .quiet, .hint").remove();
        return words.text().strip();
    }
}
