package org.contractethics.document.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The upload form, sent by {@code upload.js}, which shows how far the file has come. The same rules as without script; the answer
 * is the page to go to, or the reasons of a refusal, so that the chosen file stays in the form.
 */
@Controller
class UploadByScript {

    private final Uploading uploading;

    UploadByScript(Uploading uploading) {
        this.uploading = uploading;
    }

    @PostMapping(path = "/contracts/{contractId}/documents", headers = "X-Requested-With=XMLHttpRequest")
    ResponseEntity<List<String>> upload(
            @PathVariable ContractId contractId,
            @RequestParam(name = DocumentsPage.FILE, required = false) @Nullable MultipartFile file,
            @RequestParam(name = DocumentsPage.TITLE, defaultValue = "") String title,
            @RequestParam(name = DocumentsPage.REPLACES, defaultValue = "") String replaces,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        UploadForm form = new UploadForm(title, replaces);
        try {
            DocumentVersion added = uploading.add(form.upload(contractId, file), actor);
            String page = "/contracts/" + contractId;
            RequestContextUtils.getOutputFlashMap(request).put("message", form.said(added));
            RequestContextUtils.saveOutputFlashMap(page, request, response);
            return ResponseEntity.created(URI.create(page + "#documents")).build();
        } catch (Refused e) {
            return ResponseEntity.status(e.kind().status()).body(e.reasons());
        }
    }
}
