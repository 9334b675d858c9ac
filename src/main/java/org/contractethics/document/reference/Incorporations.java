package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.IncorporatedDocuments.Kind;
import org.jspecify.annotations.Nullable;

/** Lists the documents a text incorporates: by title, by address where the sentence incorporates what stands there, exhibits, and acquisition clauses by number. */
public final class Incorporations {

    private final Map<String, Entry> found = new LinkedHashMap<>();
    private final Set<String> titlesOfAddresses = new HashSet<>();

    private record Entry(Kind kind, String title, @Nullable String url, Set<Integer> clauses) {}

    private Incorporations() {}

    /** In the order in which they are first named; each once, and no more than {@link IncorporatedDocuments#MOST}. */
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
        return incorporations.list();
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
            if (!IncorporatingWords.at(text, address.start())) {
                continue;
            }
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
        Entry known = found.get(key);
        if (known != null) {
            known.clauses().add(clause);
            if (kind == Kind.ACQUISITION_CLAUSE
                    && title.length() > known.title().length()) {
                found.put(key, new Entry(kind, title, known.url(), known.clauses()));
            }
            return;
        }
        boolean byAddress = kind == Kind.TITLE && titlesOfAddresses.contains(plain(title));
        if (!byAddress && found.size() < IncorporatedDocuments.MOST) {
            found.put(key, new Entry(kind, title, url, new LinkedHashSet<>(List.of(clause))));
            if (kind == Kind.URL) {
                titlesOfAddresses.add(plain(title));
            }
        }
    }

    private List<Incorporated> list() {
        List<Incorporated> list = new ArrayList<>();
        found.forEach((key, entry) -> list.add(
                new Incorporated(entry.kind(), key, entry.title(), entry.url(), List.copyOf(entry.clauses()))));
        return List.copyOf(list);
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
