package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.IncorporatedDocuments.Kind;
import org.jspecify.annotations.Nullable;

/** Lists the documents a text incorporates: by title, by address, exhibits, and acquisition clauses by number. */
public final class Incorporations {

    private final Map<String, Incorporated> found = new LinkedHashMap<>();

    private Incorporations() {}

    /** In the order in which they are first named; each once. */
    public static List<Incorporated> in(List<Clause> clauses) {
        Incorporations incorporations = new Incorporations();
        for (CrossReference reference : CrossReferences.in(clauses)) {
            // "Exhibit 10.27" in the first line is the place of the contract in a filing
            boolean filing = reference.clause() == 0 && reference.start() < 200;
            if (reference.annex() && reference.target() == null && !filing) {
                incorporations.annex(reference);
            }
        }
        for (Clause clause : clauses) {
            if (Scope.live(clause)) {
                incorporations.scan(clause);
            }
        }
        return List.copyOf(incorporations.found.values());
    }

    private void annex(CrossReference reference) {
        String words = reference.words();
        String named = Character.isUpperCase(words.charAt(0)) && words.indexOf(' ') > 0 ? words : "Exhibit " + words;
        String singular = named.replaceFirst("^(Exhibit|Schedule|Attachment)s ", "$1 ");
        add(Kind.ANNEX, "annex:" + plain(singular), singular, null, reference.clause());
    }

    private void scan(Clause clause) {
        String text = clause.text();
        for (Addresses.Address address : Addresses.in(text)) {
            String title = DocumentTitles.before(text, address.start());
            add(
                    Kind.URL,
                    "url:" + address.key(),
                    title.isEmpty() ? address.url() : title,
                    address.url(),
                    clause.ordinal());
        }
        for (AcquisitionClauses.Named named : AcquisitionClauses.in(text)) {
            String title = (named.number() + " " + named.title()).strip();
            add(Kind.ACQUISITION_CLAUSE, "far:" + named.number(), title, null, clause.ordinal());
        }
        for (String title : DocumentTitles.incorporated(text)) {
            add(Kind.TITLE, "title:" + plain(title), title, null, clause.ordinal());
        }
    }

    private void add(Kind kind, String key, String title, @Nullable String url, int clause) {
        Incorporated known = found.get(key);
        if (known == null) {
            boolean byAddress = found.values().stream()
                    .anyMatch(other -> other.kind() == Kind.URL
                            && kind == Kind.TITLE
                            && plain(other.title()).equals(plain(title)));
            if (!byAddress) {
                found.put(key, new Incorporated(kind, key, title, url, List.of(clause)));
            }
        } else if (!known.clauses().contains(clause)) {
            List<Integer> clauses = new ArrayList<>(known.clauses());
            clauses.add(clause);
            boolean more = title.length() > known.title().length() && kind == Kind.ACQUISITION_CLAUSE;
            found.put(key, new Incorporated(kind, key, more ? title : known.title(), known.url(), clauses));
        }
    }

    /** Letters and digits in small letters, the words apart: so one title is the same as another. */
    public static String plain(String title) {
        return String.join(
                " ",
                Words.of(title.toLowerCase(Locale.ROOT)).stream()
                        .map(Words.Word::text)
                        .toList());
    }
}
