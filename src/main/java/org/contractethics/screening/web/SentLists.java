package org.contractethics.screening.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.FormFileName;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a list as they were sent; a form without a chosen file sends an empty one. */
final class SentLists {

    private SentLists() {}

    static Map<String, byte[]> files(@Nullable List<MultipartFile> sent) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (sent != null) {
            for (MultipartFile file : sent) {
                String name = file.getOriginalFilename();
                if (name != null && !name.isEmpty()) {
                    files.put(FormFileName.decoded(name), file.getBytes());
                }
            }
        }
        return files;
    }
}
