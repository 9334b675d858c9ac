package org.contractethics.paper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The answer by which a file is handed out: to be kept, not shown in the page. */
public final class HandedOut {

    private HandedOut() {}

    /** @param name of the file without its ending */
    public static ResponseEntity<byte[]> of(byte[] bytes, PaperFormat format, String name) {
        return of(bytes, format.mediaType(), name + "." + format.ending());
    }

    public static ResponseEntity<byte[]> of(byte[] bytes, String mediaType, String fileName) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .body(bytes);
    }
}
