package org.contractethics.contract.internal.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader found in a file. */
final class Collected implements RowSink {

    final List<ImportedRow> rows = new ArrayList<>();
    final List<ImportProblem> problems = new ArrayList<>();

    static Collected of(AwardFileReader reader, String content) throws UnreadableFile {
        return of(reader, content.getBytes(StandardCharsets.UTF_8));
    }

    static Collected of(AwardFileReader reader, byte[] content) throws UnreadableFile {
        Collected collected = new Collected();
        reader.read(content, collected);
        return collected;
    }

    @Override
    public void row(ImportedRow row) {
        rows.add(row);
    }

    @Override
    public void problem(ImportProblem problem) {
        problems.add(problem);
    }
}
