package org.contractethics.concern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for many words at once in bytes of any kind, in one pass: files of a database are too large to be read once for each word. */
final class WordsInBytes {

    /** By their first two bytes. */
    private final Map<Integer, List<byte[]>> words = new HashMap<>();

    private final boolean[] begins = new boolean[1 << 16];

    void add(byte[] word) {
        words.computeIfAbsent(pair(word, 0), pair -> new ArrayList<>()).add(word.clone());
        begins[pair(word, 0)] = true;
    }

    void add(String ascii) {
        add(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    boolean anyIn(byte[] bytes) {
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (begins[pair(bytes, at)] && stands(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(byte[] bytes, int at) {
        return words.getOrDefault(pair(bytes, at), List.of()).stream()
                .anyMatch(word -> at + word.length <= bytes.length
                        && Arrays.equals(bytes, at, at + word.length, word, 0, word.length));
    }

    private static int pair(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
