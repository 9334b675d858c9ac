package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** HTML: what a browser shows, and apart from it what it hides. Scripts are never run, nothing is fetched. */
final class WebPageReader implements FormatReader {

    private static final long LONGEST = 20L * 1024 * 1024;
    private static final int HEAD = 4096;

    @Override
    public void read(Path file, Draft draft) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new LimitHitException("size of a web page");
        }
        try (InputStream in = Files.newInputStream(file)) {
            WebPageText.add(Jsoup.parse(in, charset(file), ""), draft, "body");
        }
    }

    /** The page itself may name it; null lets it. */
    private static @Nullable String charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            boolean named = head.contains("charset=") || head.contains("encoding=");
            return named ? null : TextCharset.of(file).name();
        }
    }
}
