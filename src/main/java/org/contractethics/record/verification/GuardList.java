package org.contractethics.record.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The guards as the migrations make them, with the hash of each. It is part of the program: neither the application's account in the
 * database nor the owner of the tables can change what is expected.
 */
final class GuardList {

    static final String FILE = "/record/guards.csv";

    private static final Map<Guard, String> EXPECTED = read();

    private GuardList() {}

    static Map<Guard, String> expected() {
        return EXPECTED;
    }

    static String line(Guard guard, String hash) {
        return String.join(",", guard.kind(), guard.place(), guard.name().replace(',', ';'), hash);
    }

    private static Map<Guard, String> read() {
        Map<Guard, String> guards = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(GuardList.class.getResourceAsStream(FILE));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            lines.map(line -> line.split(",", -1))
                    .forEach(cells -> guards.put(new Guard(cells[0], cells[1], cells[2].replace(';', ',')), cells[3]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return guards;
    }
}
