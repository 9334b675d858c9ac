package org.contractethics.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;

/** Tells whether two requests ask for the same: method, address, and what was sent with them. */
final class RequestFingerprint {

    private final MessageDigest digest = Sha256.digest();

    private RequestFingerprint(HttpServletRequest request) {
        add(request.getMethod());
        add(request.getRequestURI());
        add(request.getQueryString());
    }

    static String of(ReadBody request) {
        RequestFingerprint fingerprint = new RequestFingerprint(request);
        fingerprint.digest.update(request.bytes());
        return fingerprint.hex();
    }

    /** Of the parts themselves: the boundary between them is drawn anew by every sender. */
    static String ofParts(HttpServletRequest request) throws IOException, ServletException {
        RequestFingerprint fingerprint = new RequestFingerprint(request);
        for (Part part : request.getParts()) {
            fingerprint.add(part.getName());
            fingerprint.add(part.getSubmittedFileName());
            fingerprint.add(Long.toString(part.getSize()));
            try (InputStream content = new DigestInputStream(part.getInputStream(), fingerprint.digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
        return fingerprint.hex();
    }

    private void add(@Nullable String text) {
        digest.update((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
