package org.contractethics.document.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What the forms of one message say: a mail program shows one of them, and a sender may say other things in another. */
final class MailForms {

    /** The part that takes what another form says than the one that says most. */
    static final String OTHER_FORM = "other form of the message";

    private static final int DEEPEST = 20;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private MailForms() {}

    static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw new LimitHitException("nesting of a mail");
        }
    }

    static boolean isText(Entity entity) {
        boolean shown = !"attachment".equalsIgnoreCase(entity.getDispositionType()) && entity.getFilename() == null;
        String type = String.valueOf(entity.getMimeType());
        return entity.getBody() instanceof TextBody && shown && (type.equals("text/plain") || type.equals("text/html"));
    }

    /** The one that says most, so that a short one cannot hide words of a long one. */
    static @Nullable Entity fullest(List<Entity> forms, int depth) throws IOException {
        Entity fullest = null;
        long most = -1;
        for (Entity form : forms) {
            long letters = letters(words(form, depth, false));
            if (letters > most) {
                most = letters;
                fullest = form;
            }
        }
        return fullest;
    }

    /** Whether a form has a word that the chosen one has not, or has less often. */
    static boolean saysMore(Entity form, Entity chosen, int depth) throws IOException {
        return saysMore(words(form, depth, true), words(chosen, depth, false));
    }

    static long letters(String words) {
        return words.chars().filter(Character::isLetterOrDigit).count();
    }

    static boolean saysMore(String form, String chosen) {
        Map<String, Integer> counts = counts(chosen);
        for (Map.Entry<String, Integer> word : counts(form).entrySet()) {
            if (word.getValue() > counts.getOrDefault(word.getKey(), 0)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Integer> counts(String words) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher matcher = WORD.matcher(words.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            counts.merge(matcher.group(), 1, Integer::sum);
        }
        return counts;
    }

    /** @param all whether all forms inside it count, and not only the one that says most */
    private static String words(@Nullable Entity entity, int depth, boolean all) throws IOException {
        checkDepth(depth);
        if (entity == null) {
            return "";
        }
        if (entity.getBody() instanceof Multipart multipart) {
            if (!all && multipart.getSubType().equalsIgnoreCase("alternative")) {
                return words(fullest(multipart.getBodyParts(), depth + 1), depth + 1, false);
            }
            StringBuilder words = new StringBuilder();
            for (Entity part : multipart.getBodyParts()) {
                words.append(words(part, depth + 1, all)).append('\n');
            }
            return words.toString();
        }
        if (!isText(entity) || !(entity.getBody() instanceof TextBody text)) {
            return "";
        }
        String raw = read(text);
        return "text/html".equals(entity.getMimeType()) ? Jsoup.parse(raw).text() : raw;
    }

    static String read(TextBody body) throws IOException {
        try (Reader reader = new BufferedReader(body.getReader())) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8192];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
            return text.toString();
        } catch (UnsupportedEncodingException e) {
            try (InputStream in = body.getInputStream()) {
                return new String(in.readAllBytes(), TextCharset.WESTERN);
            }
        }
    }
}
