package org.contractethics.concern;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a word can stand in a column: as it is, as UTF-16, as base64 wherever it begins, and each of them as the hex of bytes. */
final class CanaryForms {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private CanaryForms() {}

    static Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>(Set.of(word));
        for (Charset charset : CHARSETS) {
            byte[] bytes = word.getBytes(charset);
            forms.add(hex(bytes));
            for (String base64 : base64(bytes)) {
                forms.add(base64);
                forms.add(base64.replace('+', '-').replace('/', '_'));
                forms.add(hex(base64.getBytes(StandardCharsets.US_ASCII)));
            }
        }
        return forms;
    }

    /** Base64 depends on how many bytes stand before: three forms, without the characters that the neighbours take part in. */
    private static List<String> base64(byte[] bytes) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            byte[] whole = Arrays.copyOf(shifted, shifted.length / 3 * 3);
            forms.add(Base64.getEncoder().encodeToString(whole).substring(before == 0 ? 0 : 4));
        }
        return forms;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
