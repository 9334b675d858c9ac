package org.contractethics.screening.internal.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of countries in many languages, and their codes (config/screening/territories.tsv). */
public final class Territories {

    private static final String FILE = "/screening/territories.tsv";
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Map<String, String> CODES = new HashMap<>();
    private static final Set<String> KNOWN = new HashSet<>();
    private static final Set<String> BEGINS = new HashSet<>();

    static {
        load();
    }

    private Territories() {}

    /** The ISO 3166 alpha-2 code, in small letters, of a country given by code or name in any of the languages known. */
    public static Optional<String> code(String codeOrName) {
        String plain = plain(codeOrName);
        return KNOWN.contains(plain) ? Optional.of(plain) : Optional.ofNullable(CODES.get(plain));
    }

    /** Whether the name of a country begins with this word, in small letters. */
    public static boolean begins(String word) {
        return BEGINS.contains(word);
    }

    private static String plain(String text) {
        return NO_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static void load() {
        try (InputStream in = Objects.requireNonNull(Territories.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    read(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String[] cells) {
        KNOWN.add(cells[0]);
        BEGINS.add(cells[0]);
        for (int i = 1; i < cells.length; i++) {
            String plain = plain(cells[i]);
            CODES.putIfAbsent(plain, cells[0]);
            int blank = plain.indexOf(' ');
            BEGINS.add(blank < 0 ? plain : plain.substring(0, blank));
        }
    }
}
