package org.contractethics.document.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
            mail.addEntity(message, 0, prefix + "body");
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

    /** @param part takes the words */
    private void addEntity(Entity entity, int depth, String part) throws IOException {
        draft.budget().checkTime();
        MailForms.checkDepth(depth);
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            addMultipart(multipart, depth, part);
        } else if (MailForms.isText(entity)) {
            addText(entity, (TextBody) body, part);
        } else {
            addAttachment(entity, body);
        }
    }

    private void addMultipart(Multipart multipart, int depth, String part) throws IOException {
        if (multipart.getSubType().equalsIgnoreCase("alternative")) {
            addForms(multipart.getBodyParts(), depth, part);
            return;
        }
        for (Entity inside : multipart.getBodyParts()) {
            addEntity(inside, depth + 1, part);
        }
    }

    /** The same message in several forms: the one that says most, and whatever another says that it does not. */
    private void addForms(List<Entity> forms, int depth, String part) throws IOException {
        Entity fullest = MailForms.fullest(forms, depth + 1);
        if (fullest == null) {
            return;
        }
        addEntity(fullest, depth + 1, part);
        for (Entity form : forms) {
            if (form != fullest && MailForms.saysMore(form, fullest, depth + 1)) {
                addEntity(form, depth + 1, prefix + MailForms.OTHER_FORM);
            } else if (form != fullest) {
                addAttachments(form, depth + 1);
            }
        }
    }

    /** Without the words, which another form says too. */
    private void addAttachments(Entity entity, int depth) throws IOException {
        MailForms.checkDepth(depth);
        if (entity.getBody() instanceof Multipart multipart) {
            for (Entity inside : multipart.getBodyParts()) {
                addAttachments(inside, depth + 1);
            }
        } else if (!MailForms.isText(entity)) {
            addAttachment(entity, entity.getBody());
        }
    }

    private void addText(Entity entity, TextBody body, String part) throws IOException {
        if ("text/html".equals(entity.getMimeType())) {
            WebPageText.add(Jsoup.parse(MailForms.read(body)), draft, part);
        } else {
            PlainParagraphs.add(MailForms.read(body), draft.prose(part), draft.budget());
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
            byte[] bytes = MailForms.read(text).getBytes(StandardCharsets.UTF_8);
            draft.embedded().add(name.isEmpty() ? "attachment.txt" : name, new ByteArrayInputStream(bytes));
        }
    }
}
