package org.contractethics.record.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contractethics.record.RecordReader;
import org.contractethics.record.checkpoint.ExportSources;
import org.contractethics.record.internal.SealedFields;

/** Exports as the page hands them out, without the page. */
public final class Exports {

    private Exports() {}

    public static Path write(Path file, RecordReader reader, ExportSources sources, SealedFields fields)
            throws IOException {
        WritingExport export = new WritingExport(reader, sources, fields);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            export.write(checkpoint -> out, entry -> true);
        }
        return file;
    }
}
