package org.contractethics.document.extraction;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** One e-mail: who wrote to whom, what, and the files that came with it. */
final class MailText {

    private static final List<String> SHOWN = List.of("From", "To", "Cc", "Bcc", "Date", "Subject");
    private static final int DEEPEST = 20;

    private final Draft draft;
    private final String prefix;

    private MailText(Draft draft, String prefix) {
        this.draft = draft;
        this.prefix = prefix;
    }

    /** @param prefix of the names of the parts, where several mails share a file */
    static void add(InputStream in, Draft draft, String prefix) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        Message message = builder.parseMessage(in);
        try {
            MailText mail = new MailText(draft, prefix);
            mail.addHeader(message);
            mail.addEntity(message, 0);
        } finally {
            message.dispose();
        }
    }

    private void addHeader(Message message) {
        for (String name : SHOWN) {
            Field field = message.getHeader().getField(name);
            if (field != null && field.getBody() != null) {
                draft.plain(prefix + "mail header").add(name + ": " + decoded(field.getBody()), null);
            }
        }
    }

    private static String decoded(String words) {
        return DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT);
    }

    private void addEntity(Entity entity, int depth) throws IOException {
        draft.budget().checkTime();
        if (depth > DEEPEST) {
            throw new LimitHitException("nesting of a mail");
        }
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            addMultipart(multipart, depth);
        } else if (isText(entity, body)) {
            addText(entity, (TextBody) body);
        } else {
            addAttachment(entity, body);
        }
    }

    private static boolean isText(Entity entity, @Nullable Body body) {
        boolean shown = !"attachment".equalsIgnoreCase(entity.getDispositionType()) && entity.getFilename() == null;
        String type = String.valueOf(entity.getMimeType());
        return body instanceof TextBody && shown && (type.equals("text/plain") || type.equals("text/html"));
    }

    private void addMultipart(Multipart multipart, int depth) throws IOException {
        if (multipart.getSubType().equalsIgnoreCase("alternative")) {
            Entity fullest = fullest(multipart.getBodyParts());
            if (fullest != null) {
                addEntity(fullest, depth + 1);
            }
            return;
        }
        for (Entity part : multipart.getBodyParts()) {
            addEntity(part, depth + 1);
        }
    }

    /** The same message in several forms: the one that says most, so that a short one cannot hide words of a long one. */
    private static @Nullable Entity fullest(List<Entity> forms) throws IOException {
        Entity fullest = null;
        long most = -1;
        for (Entity form : forms) {
            long letters = form.getBody() instanceof TextBody text && isText(form, text)
                    ? words(form, text)
                            .chars()
                            .filter(Character::isLetterOrDigit)
                            .count()
                    : form.getBody() instanceof Multipart ? Long.MAX_VALUE : 0;
            if (letters > most) {
                most = letters;
                fullest = form;
            }
        }
        return fullest;
    }

    private static String words(Entity entity, TextBody body) throws IOException {
        String raw = read(body);
        return "text/html".equals(entity.getMimeType()) ? Jsoup.parse(raw).text() : raw;
    }

    private void addText(Entity entity, TextBody body) throws IOException {
        if ("text/html".equals(entity.getMimeType())) {
            WebPageText.add(Jsoup.parse(read(body)), draft, prefix + "body");
        } else {
            PlainParagraphs.add(read(body), draft.prose(prefix + "body"), draft.budget());
        }
    }

    private static String read(TextBody body) throws IOException {
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

    private void addAttachment(Entity entity, @Nullable Body body) throws IOException {
        String filename = entity.getFilename();
        String name = filename == null ? "" : decoded(filename);
        if (body instanceof Message message) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new DefaultMessageWriter().writeMessage(message, out);
            draft.embedded().add(name.isEmpty() ? "message.eml" : name, new ByteArrayInputStream(out.toByteArray()));
        } else if (body instanceof BinaryBody binary) {
            try (InputStream in = binary.getInputStream()) {
                draft.embedded().add(name.isEmpty() ? "attachment" : name, in);
            }
        } else if (body instanceof TextBody text) {
            byte[] bytes = read(text).getBytes(StandardCharsets.UTF_8);
            draft.embedded().add(name.isEmpty() ? "attachment.txt" : name, new ByteArrayInputStream(bytes));
        }
    }
}
