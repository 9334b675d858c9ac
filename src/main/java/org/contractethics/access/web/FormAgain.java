package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.web.DrawingPages.Drawn;
import org.contractethics.access.web.FilledForm.Cleaned;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Shows a form again that was refused for a character, with what was typed, without that character, and the field marked. The form is
 * looked for on the page the person came from, then at its own address and above it. A form that stands on a page without an address of
 * its own, or that has no place for something sent, is not shown here.
 */
@Component
class FormAgain {

    private static final int PAGES = 6;

    private final DrawingPages pages;
    private final MessageSource words;

    FormAgain(DrawingPages pages, MessageSource words) {
        this.pages = pages;
        this.words = words;
    }

    /** Whether the form was found and is shown; the response is complete then, and else untouched. */
    boolean show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            return false;
        }
        Optional<Drawn> page = addresses(request).stream()
                .flatMap(address -> pages.draw(request, response, address).stream())
                .flatMap(drawn -> filled(drawn.html(), request).map(html -> new Drawn(html, drawn.reads())).stream())
                .findFirst();
        if (page.isEmpty()) {
            return false;
        }
        page.get().reads().shown();
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page.get().html());
        return true;
    }

    private static List<String> addresses(HttpServletRequest request) {
        String own = request.getRequestURI();
        Stream<String> above = Stream.iterate(
                own, path -> path.lastIndexOf('/') > 0, path -> path.substring(0, path.lastIndexOf('/')));
        Stream<String> first = AnonymousPages.isOne(request)
                ? Stream.of(AnonymousPages.filing(request))
                : Stream.ofNullable(WayBack.of(request));
        return Stream.concat(first, above).distinct().limit(PAGES).toList();
    }

    private Optional<String> filled(String html, HttpServletRequest request) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        Set<String> inAddress = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet();
        return FilledForm.in(page, request.getRequestURI(), request.getParameterMap(), inAddress)
                .filter(form -> !form.cleaned().isEmpty())
                .map(form -> {
                    tell(page, form, AnonymousPages.isOne(request) ? inLanguageOf(request) : ofStaff(form));
                    return page.outerHtml();
                });
    }

    private static ProblemWords ofStaff(FilledForm form) {
        String files = form.takesFiles() ? " Choose files again that you had added." : "";
        return new ProblemWords(
                ProblemWords.Look.STAFF,
                "There is a problem",
                "Error:",
                "\u201c%s\u201d held a character that no text can hold: NUL, or half of a character. It is taken out here, and"
                        + " nothing was saved. Check the text and send it again." + files);
    }

    private ProblemWords inLanguageOf(HttpServletRequest request) {
        Locale language = AnonymousPages.languageOf(request);
        return new ProblemWords(
                ProblemWords.Look.ANONYMOUS,
                words.getMessage("wrong.heading", null, language),
                words.getMessage("wrong.error", null, language),
                words.getMessage("wrong.character", null, language));
    }

    private static void tell(Document page, FilledForm form, ProblemWords words) {
        Element list = new Element("ul");
        int number = 1;
        for (Cleaned field : form.cleaned()) {
            words.mark(field, list, number++);
        }
        Optional.ofNullable(page.selectFirst("main")).orElse(page.body()).prependChild(words.summary(list));
        page.title(words.error() + " " + page.title());
    }
}
