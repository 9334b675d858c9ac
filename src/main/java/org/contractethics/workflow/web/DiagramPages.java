package org.contractethics.workflow.web;

import org.contractethics.workflow.internal.Diagrams;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The drawing of the review procedure, in the version a review runs by. It holds no data of any case. */
@Controller
class DiagramPages {

    private final Diagrams diagrams;

    DiagramPages(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    @GetMapping("/inbox/diagrams/{definition}")
    ResponseEntity<byte[]> model(@PathVariable String definition) {
        byte[] model = diagrams.ofReview(definition);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + DigestUtils.md5DigestAsHex(model) + "\"")
                .body(model);
    }
}
