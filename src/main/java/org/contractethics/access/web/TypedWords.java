package org.contractethics.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.internal.WholeText;
import org.springframework.web.multipart.MultipartRequest;

/**
 * What somebody had typed into a form that was refused as a whole. It is shown once more to copy, because nothing of it was saved.
 *
 * @param name of the field
 */
public record TypedWords(String name, String text) {

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Sentences only: ids, choices and days are soon chosen again, and a password is never shown. */
    static List<TypedWords> of(HttpServletRequest request) {
        return method(request).equals("POST") && (!inParts(request) || request instanceof MultipartRequest)
                ? in(request)
                : List.of();
    }

    /**
     * Has the page of refusals for people without an account, which speaks their language, show what they typed.
     *
     * @param why the message that says what is wrong
     */
    static void showOnAnonymousPage(HttpServletRequest request, String why) {
        request.setAttribute(AnonymousPages.UNKEPT_BECAUSE, why);
        request.setAttribute(
                AnonymousPages.UNKEPT,
                of(request).stream().map(TypedWords::text).toList());
    }

    // while the page of a failure is made, the request goes by another method than the one that failed
    private static String method(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod())
                .toString();
    }

    /** Parts that could not be read, or are larger than they may be, are not read again here. */
    private static boolean inParts(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    private static List<TypedWords> in(HttpServletRequest request) {
        try {
            return request.getParameterMap().entrySet().stream()
                    .filter(field -> !field.getKey().toLowerCase(Locale.ROOT).contains("password"))
                    .flatMap(TypedWords::sentences)
                    .toList();
        } catch (IllegalStateException unreadable) {
            return List.of();
        }
    }

    private static Stream<TypedWords> sentences(Map.Entry<String, String[]> field) {
        return Stream.of(field.getValue())
                .map(WholeText::of)
                .map(String::strip)
                .filter(value -> value.codePoints().anyMatch(TypedWords::standsInSentences))
                .map(value -> new TypedWords(field.getKey(), value));
    }

    /** A space, or a letter of a script that puts none between words. */
    private static boolean standsInSentences(int character) {
        return Character.isWhitespace(character) || WITHOUT_SPACES.contains(UnicodeScript.of(character));
    }
}
