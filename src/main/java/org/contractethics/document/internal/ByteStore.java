package org.contractethics.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The uploaded bytes, slice by slice: a file of 50 MB never lies in memory as a whole. */
@Repository
class ByteStore {

    private static final int SLICE = 1024 * 1024;

    private final JdbcClient jdbc;

    ByteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DocumentVersionId version, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int slice = 0;
            for (byte[] bytes = in.readNBytes(SLICE); bytes.length > 0; bytes = in.readNBytes(SLICE)) {
                jdbc.sql("insert into document.document_bytes (version_id, slice, bytes) values (?, ?, ?)")
                        .params(List.of(version.value(), slice++, bytes))
                        .update();
            }
        }
    }

    void copy(DocumentVersionId version, OutputStream out) throws IOException {
        int slice = 0;
        for (Optional<byte[]> bytes = slice(version, slice); bytes.isPresent(); bytes = slice(version, ++slice)) {
            out.write(bytes.get());
        }
    }

    private Optional<byte[]> slice(DocumentVersionId version, int slice) {
        return jdbc.sql("select bytes from document.document_bytes where version_id = ? and slice = ?")
                .params(List.of(version.value(), slice))
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }
}
