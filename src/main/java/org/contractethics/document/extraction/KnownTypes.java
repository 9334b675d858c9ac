package org.contractethics.document.extraction;

import java.util.Map;

/** Words for kinds of file that are not taken in, so that people understand what they picked. */
public final class KnownTypes {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("application/x-7z-compressed", "a 7z archive"),
            Map.entry("application/gzip", "a compressed archive"),
            Map.entry("application/x-tar", "a TAR archive"),
            Map.entry("application/x-rar-compressed", "a RAR archive"),
            Map.entry("application/pkcs7-signature", "a signature (PKCS #7)"),
            Map.entry("application/pkcs7-mime", "a signed or encrypted message (PKCS #7)"),
            Map.entry("application/vnd.oasis.opendocument.graphics", "an OpenDocument drawing"),
            Map.entry("application/vnd.visio", "a Visio drawing"),
            Map.entry("application/vnd.ms-tnef", "an attachment in the form of Outlook (TNEF)"),
            Map.entry("text/x-vcard", "a business card"),
            Map.entry("text/calendar", "a calendar entry"),
            Map.entry("application/xml", "XML data"),
            Map.entry("application/x-tika-msoffice", "an Office file of another kind or a damaged one"),
            Map.entry("application/x-tika-ooxml", "an Office file of another kind or a damaged one"),
            Map.entry("application/x-msdownload", "a program"),
            Map.entry("application/octet-stream", "of no known kind"));

    private KnownTypes() {}

    public static String words(String mediaType) {
        if (mediaType.startsWith("image/")) {
            return "a picture";
        }
        if (mediaType.startsWith("audio/") || mediaType.startsWith("video/")) {
            return "a recording";
        }
        return WORDS.getOrDefault(mediaType, "of the type " + mediaType);
    }
}
