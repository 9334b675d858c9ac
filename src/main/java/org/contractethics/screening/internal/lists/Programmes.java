package org.contractethics.screening.internal.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Why somebody is listed: the programmes of sanctions, and whether each names a human-rights ground (config/screening). */
public final class Programmes {

    private static final String FILE = "/screening/programmes.csv";
    private static final Map<String, Programme> BY_NAME = load();

    private Programmes() {}

    /**
     * @param key of this product
     * @param why in plain words
     */
    public record Programme(String key, String title, Ground ground, String why) {}

    /** By our key or by the code that a list uses; a programme nobody judged is unknown, with the code as its title. */
    public static Programme of(String keyOrCode) {
        return BY_NAME.getOrDefault(
                plain(keyOrCode),
                new Programme(keyOrCode, keyOrCode, Ground.UNKNOWN, "nobody has judged this programme yet"));
    }

    private static Map<String, Programme> load() {
        Map<String, Programme> programmes = new HashMap<>();
        for (Rows.Row row : rows()) {
            Programme programme = new Programme(
                    row.cell(0), row.cell(1), Ground.valueOf(row.cell(3).toUpperCase(Locale.ROOT)), row.cell(5));
            programmes.put(plain(programme.key()), programme);
            for (String code : row.cell(4).split("\\|", -1)) {
                if (!code.isBlank()) {
                    programmes.put(plain(code), programme);
                }
            }
        }
        return Map.copyOf(programmes);
    }

    private static List<Rows.Row> rows() {
        try (InputStream in = Objects.requireNonNull(Programmes.class.getResourceAsStream(FILE), FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\\n", "");
            List<Rows.Row> rows = Rows.of(FILE, text.getBytes(StandardCharsets.UTF_8), ',', 0);
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedList e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
