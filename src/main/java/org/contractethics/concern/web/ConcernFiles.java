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

/** Files of filers, as those who handle the concern read them: always the rebuilt copy, always to be saved and never shown in place. */
@Controller
class ConcernFiles {

    private final ReadingConcerns reading;

    ConcernFiles(ReadingConcerns reading) {
        this.reading = reading;
    }

    @GetMapping("/concerns/{id}/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable ConcernId id, @PathVariable int number, Actor officer) {
        Download copy = reading.copy(id, number, officer);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(copy.name())
                                .build()
                                .toString())
                .body(copy.bytes());
    }
}
