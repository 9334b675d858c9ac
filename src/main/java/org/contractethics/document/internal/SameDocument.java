package org.contractethics.document.internal;

import java.util.Arrays;
import java.util.List;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.IncorporatedDocuments.Kind;
import org.contractethics.document.reference.Incorporated;
import org.contractethics.document.reference.Incorporations;

/** Tells by title, file name, letter or address whether a document is the one a contract names. In doubt it is not. */
final class SameDocument {

    private SameDocument() {}

    static boolean is(Incorporated named, DocumentVersion document) {
        String title = Incorporations.plain(document.title());
        String file = Incorporations.plain(document.fileName().replace('_', ' ').replace('-', ' '));
        String sought = Incorporations.plain(named.kind() == Kind.ACQUISITION_CLAUSE ? number(named) : named.title());
        boolean tells = named.kind() == Kind.ANNEX
                || named.kind() == Kind.ACQUISITION_CLAUSE
                || words(sought).size() > 1;
        boolean byTitle = tells && (contains(title, sought) || contains(file, sought));
        String url = named.url();
        return byTitle || (url != null && document.title().contains(url));
    }

    private static String number(Incorporated named) {
        return named.key().substring(named.key().indexOf(':') + 1);
    }

    /** Whether the words stand in it, one after the other: "exhibit a" is not in "exhibit ab". */
    private static boolean contains(String text, String sought) {
        return !sought.isEmpty() && (" " + text + " ").contains(" " + sought + " ");
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" ", -1));
    }
}
