package org.contractethics.contract.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the reviewed files of {@code config/policy} from the class path. */
final class PolicyFiles {

    private PolicyFiles() {}

    /** All rows below the header; each must have as many cells as the header. */
    static List<List<String>> rows(String name) {
        CsvReader reader = new CsvReader(text(name), ',');
        int width = reader.next().orElseThrow(() -> broken(name, 1)).fields().size();
        List<List<String>> rows = new ArrayList<>();
        for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            if (row.get().broken() || row.get().fields().size() != width) {
                throw broken(name, row.get().line());
            }
            rows.add(row.get().fields());
        }
        return List.copyOf(rows);
    }

    private static String text(String name) {
        try (InputStream in = PolicyFiles.class.getResourceAsStream("/policy/" + name)) {
            if (in == null) {
                throw new IllegalStateException("config/policy/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException broken(String name, int line) {
        return new IllegalStateException("config/policy/" + name + " cannot be read at line " + line);
    }
}
