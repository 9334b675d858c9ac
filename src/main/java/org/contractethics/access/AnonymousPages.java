package org.contractethics.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * The addresses that people use without an account and without being known. Whatever lies below {@link #ROOT} gets requests without
 * network address, browser, language list, foreign cookies or session, and answers with the strictest headers.
 */
public final class AnonymousPages {

    public static final String ROOT = "/speak";

    /** Shows a failure; reached by a forward only. */
    public static final String PROBLEM = ROOT + "/problem";

    /** The HTTP status that {@link #PROBLEM} explains. */
    public static final String STATUS = "org.contractethics.access.anonymous.status";

    /** The message that says why a form was refused as a whole. */
    public static final String UNKEPT_BECAUSE = "org.contractethics.access.anonymous.unkept-because";

    /** What was typed into it, to be shown by {@link #PROBLEM}: a list of texts. */
    public static final String UNKEPT = "org.contractethics.access.anonymous.unkept";

    /** A random number that the log knows as well; absent where nothing failed on our side. */
    public static final String REFERENCE = "org.contractethics.access.anonymous.reference";

    /** The cookie of a filer who came back with their code. */
    public static final String SESSION_COOKIE = "__Host-speak";

    /** The cookie that forms are held against. */
    public static final String FORM_COOKIE = "__Host-speak-form";

    /** Languages of the pages, by the first part of their addresses; English first. */
    public static final List<String> LANGUAGES = List.of("en", "es", "de", "fr", "ar");

    private AnonymousPages() {}

    /** Whether the request asks for one of these pages or their files. */
    public static boolean isOne(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        // a path with a parameter is refused by the firewall; here it counts as anonymous, the stricter reading
        return path.equals(ROOT) || path.startsWith(ROOT + "/") || path.startsWith(ROOT + ";");
    }

    /** The page of the form of a new concern, which sends to an address beside its own. Browsers do not tell where they come from here. */
    public static String filing(HttpServletRequest request) {
        return ROOT + "/" + languageOf(request).getLanguage() + "/file";
    }

    /** The language that the address names; else the first of the browser's that there is, else English. */
    public static Locale languageOf(HttpServletRequest request) {
        String[] parts = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/", 4);
        if (parts.length > 2 && LANGUAGES.contains(parts[2])) {
            return Locale.forLanguageTag(parts[2]);
        }
        String accepted = request.getHeader("Accept-Language");
        return accepted == null ? Locale.ENGLISH : bestOf(accepted);
    }

    private static Locale bestOf(String accepted) {
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return best == null ? Locale.ENGLISH : Locale.forLanguageTag(best);
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
