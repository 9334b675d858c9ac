package org.contractethics.document.internal;

import java.util.Map;

/** Words for kinds of file that are not taken in, so that people understand what they picked. */
final class KnownTypes {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("text/html", "a web page"),
            Map.entry("application/xhtml+xml", "a web page"),
            Map.entry("text/plain", "plain text"),
            Map.entry("application/zip", "a ZIP archive"),
            Map.entry("application/x-7z-compressed", "a 7z archive"),
            Map.entry("application/gzip", "a compressed archive"),
            Map.entry("application/rtf", "an RTF text"),
            Map.entry("application/vnd.oasis.opendocument.text", "an OpenDocument text"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
            Map.entry("application/msword2", "a Word 2 document, which no longer can be read"),
            Map.entry("message/rfc822", "an e-mail"),
            Map.entry("application/x-tika-msoffice", "an Office file of another kind or a damaged one"),
            Map.entry("application/x-tika-ooxml", "an Office file of another kind or a damaged one"),
            Map.entry("application/x-msdownload", "a program"),
            Map.entry("application/octet-stream", "of no known kind"));

    private KnownTypes() {}

    static String words(String mediaType) {
        if (mediaType.startsWith("image/")) {
            return "a picture";
        }
        return WORDS.getOrDefault(mediaType, "of the type " + mediaType);
    }
}
