package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A paragraph as a set of word pairs, by which the similarity of two is measured.
 *
 * @param key the paragraph without its blanks: two with the same key are equal
 * @param words how many there are
 * @param hashes of its single words and word pairs, ascending, each once
 */
@SuppressWarnings(
        "ArrayRecordComponent") // never compared as a record, and boxed numbers would cost four times the memory
record Shingles(String key, int words, int[] hashes) {

    static Shingles of(String text) {
        List<String> words = words(text);
        int[] hashes = new int[Math.max(0, 2 * words.size() - 1)];
        for (int i = 0; i < words.size(); i++) {
            hashes[i] = words.get(i).hashCode();
            if (i > 0) {
                hashes[words.size() + i - 1] = 31 * hashes[i - 1] + hashes[i] + 1;
            }
        }
        return new Shingles(
                withoutBlanks(text),
                words.size(),
                Arrays.stream(hashes).sorted().distinct().toArray());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static String withoutBlanks(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                key.append(text.charAt(i));
            }
        }
        return key.toString();
    }
}
