package org.contractethics.concern.web;

import org.contractethics.concern.internal.Download;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of filers, as they and those who handle the concern read them: the rebuilt copy; originals take an opening. */
@Controller
class ConcernFiles {

    private final ReadingConcerns reading;

    ConcernFiles(ReadingConcerns reading) {
        this.reading = reading;
    }

    @GetMapping("/concerns/{id}/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable ConcernId id, @PathVariable int number, Actor viewer) {
        return saved(reading.copy(id, number, viewer));
    }

    /** To be saved and never shown in place, whatever it is. */
    static ResponseEntity<byte[]> saved(Download file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.bytes());
    }
}
