package org.contractethics.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.DocumentCatalogue;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands out uploaded files. They come from outside: a browser may save them, and never show or run them here. */
@Component
class Original {

    private final DocumentCatalogue catalogue;

    Original(DocumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void write(DocumentVersion version, HttpServletResponse response) throws IOException {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(version.fileName(), StandardCharsets.UTF_8)
                .build();
        response.setContentType(version.mediaType());
        response.setContentLengthLong(version.bytes());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        catalogue.copy(version.id(), response.getOutputStream());
    }
}
