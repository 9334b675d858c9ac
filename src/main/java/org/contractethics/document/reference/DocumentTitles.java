package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.contractethics.document.reference.Words.Word;

/** Finds the titles of documents: words in capitals that end like a document, in a sentence that leans on it. */
final class DocumentTitles {

    private static final Set<String> LAST = Set.of(
            "policy",
            "policies",
            "terms",
            "addendum",
            "guidelines",
            "guide",
            "handbook",
            "manual",
            "standards",
            "conduct",
            "specification",
            "specifications",
            "work",
            "proposal",
            "solicitation",
            "plan",
            "rules",
            "agreement",
            "order",
            "statement",
            "notice",
            "conditions",
            "procedures",
            "documentation",
            "contract",
            "letter",
            "charter");
    private static final Set<String> SMALL = Set.of("of", "and", "for", "the", "in", "on", "to");
    private static final Set<String> LEADS = Set.of(
            "the",
            "this",
            "such",
            "that",
            "pursuant",
            "in",
            "subject",
            "under",
            "upon",
            "as",
            "any",
            "each",
            "all",
            "if",
            "to",
            "of",
            "and",
            "for",
            "an",
            "a",
            "no",
            "every",
            "see",
            "with",
            "on");
    private static final String[] LEANS = {
        "incorporat",
        "available at",
        "attached",
        "made a part",
        "made part",
        "published at",
        "posted at",
        "located at",
        "found at",
        "subject to the",
        "comply with the",
        "in accordance with the",
        "governed by the",
        "set forth in the"
    };

    /** This text itself, in any of its names. */
    private static final Set<String> SELF = Set.of(
            "agreement", "contract", "this agreement", "the agreement", "terms", "order", "terms and conditions");

    private static final int REACH = 160;

    private DocumentTitles() {}

    /** The titles in sentences that incorporate or lean on them. */
    static Set<String> incorporated(String text) {
        Set<String> titles = new LinkedHashSet<>();
        for (String sentence : sentences(text)) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            boolean leans = false;
            for (String words : LEANS) {
                leans |= lower.contains(words);
            }
            if (leans) {
                titles.addAll(titles(sentence));
            }
        }
        return titles;
    }

    /** The nearest title before a place of the text; empty where there is none close by. */
    static String before(String text, int at) {
        List<String> titles = titles(text.substring(Math.max(0, at - REACH), at));
        return titles.isEmpty() ? "" : titles.get(titles.size() - 1);
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean end = text.charAt(i) == '\n'
                    || (".;".indexOf(text.charAt(i)) >= 0
                            && i + 1 < text.length()
                            && Character.isWhitespace(text.charAt(i + 1)));
            if (end) {
                sentences.add(text.substring(start, i));
                start = i + 1;
            }
        }
        sentences.add(text.substring(start));
        return sentences;
    }

    private static List<String> titles(String text) {
        List<String> titles = new ArrayList<>();
        List<Word> words = Words.of(text);
        int start = -1;
        for (int i = 0; i <= words.size(); i++) {
            boolean goesOn = i < words.size()
                    && (words.get(i).capital()
                            || (start >= 0 && SMALL.contains(words.get(i).text())))
                    && (start < 0 || Words.adjoin(text, words.get(i - 1), words.get(i)));
            if (!goesOn && start >= 0) {
                addTitle(text, words.subList(start, i), titles);
                start = -1;
            }
            boolean begins = start < 0 && i < words.size() && words.get(i).capital();
            start = begins ? i : start;
        }
        return titles;
    }

    private static void addTitle(String text, List<Word> words, List<String> titles) {
        int end = words.size();
        while (end > 0 && !LAST.contains(words.get(end - 1).text().toLowerCase(Locale.ROOT))) {
            end--;
        }
        int begin = 0;
        while (begin < end && LEADS.contains(words.get(begin).text().toLowerCase(Locale.ROOT))) {
            begin++;
        }
        if (end - begin < 2 || end - begin > 8) {
            return;
        }
        String title = text.substring(
                        words.get(begin).start(), words.get(end - 1).end())
                .replace('\n', ' ');
        boolean shouted = title.equals(title.toUpperCase(Locale.ROOT));
        if (!shouted && !SELF.contains(title.toLowerCase(Locale.ROOT))) {
            titles.add(title);
        }
    }
}
