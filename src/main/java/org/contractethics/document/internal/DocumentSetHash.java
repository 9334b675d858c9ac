package org.contractethics.document.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.Sha256;

/**
 * Names a set of documents by its content: SHA-256 over one line {@code <document id>:<sha256>} for each current version,
 * sorted, each ended by a line feed, in UTF-8. Anyone with the files can compute it again.
 */
final class DocumentSetHash {

    private DocumentSetHash() {}

    static String of(List<DocumentVersion> current) {
        String lines = current.stream()
                .map(version -> version.document() + ":" + version.sha256() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(Sha256.digest().digest(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
