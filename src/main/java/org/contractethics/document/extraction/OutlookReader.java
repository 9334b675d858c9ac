package org.contractethics.document.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** MSG: an e-mail as Outlook stores it, with its attachments. */
final class OutlookReader implements FormatReader {

    private static final String PROPERTIES = "__properties_version1.0";

    /** A message inside another leaves these out, behind the first 24 bytes of its properties. */
    private static final int RESERVED = 8;

    /** A field of a message: the library says by an exception that there is none. */
    interface Field {
        @Nullable
        String value() throws ChunkNotFoundException;
    }

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true);
                MAPIMessage message = new MAPIMessage(compound.getRoot())) {
            message.guess7BitEncoding();
            addHeader(message, draft);
            OutlookForms.add(message, draft);
            for (AttachmentChunks attachment : message.getAttachmentFiles()) {
                addAttachment(attachment, draft);
            }
        }
    }

    private static void addHeader(MAPIMessage message, Draft draft) {
        PartDraft header = draft.plain("mail header");
        addLine(header, "From", orNothing(message::getDisplayFrom));
        addLine(header, "To", orNothing(message::getDisplayTo));
        addLine(header, "Cc", orNothing(message::getDisplayCC));
        addLine(header, "Bcc", orNothing(message::getDisplayBCC));
        addLine(header, "Date", orNothing(() -> date(message)));
        addLine(header, "Subject", orNothing(message::getSubject));
    }

    private static @Nullable String date(MAPIMessage message) throws ChunkNotFoundException {
        return message.getMessageDate() == null
                ? null
                : message.getMessageDate().toInstant().toString();
    }

    private static void addLine(PartDraft header, String name, String value) {
        if (!value.isBlank()) {
            header.add(name + ": " + value, null);
        }
    }

    static String orNothing(Field field) {
        try {
            String value = field.value();
            return value == null ? "" : value;
        } catch (ChunkNotFoundException e) {
            return "";
        }
    }

    private static void addAttachment(AttachmentChunks attachment, Draft draft) throws IOException {
        String name = name(attachment);
        if (attachment.getAttachmentDirectory() != null) {
            DirectoryNode inside = attachment.getAttachmentDirectory().getDirectory();
            if (attachment.isEmbeddedMessage()) {
                byte[] copy = messageOf(inside);
                draft.embedded().add(name.endsWith(".msg") ? name : name + ".msg", new ByteArrayInputStream(copy));
            } else {
                EmbeddedObjects.add(name, inside, draft);
            }
        } else if (attachment.getEmbeddedAttachmentObject() != null) {
            draft.embedded().add(name, new ByteArrayInputStream(attachment.getEmbeddedAttachmentObject()));
        }
    }

    private static String name(AttachmentChunks attachment) {
        if (attachment.getAttachLongFileName() != null) {
            return String.valueOf(attachment.getAttachLongFileName());
        }
        if (attachment.getAttachFileName() != null) {
            return String.valueOf(attachment.getAttachFileName());
        }
        return attachment.isEmbeddedMessage() ? "message" : "attachment";
    }

    /** A message of its own: with the few bytes that messages inside messages save. */
    private static byte[] messageOf(DirectoryNode inside) throws IOException {
        try (POIFSFileSystem copy = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            EntryUtils.copyNodes(inside, copy.getRoot());
            if (copy.getRoot().hasEntryCaseInsensitive(PROPERTIES)) {
                byte[] widened = widened(copy.getRoot());
                copy.getRoot().createOrUpdateDocument(PROPERTIES, new ByteArrayInputStream(widened));
            }
            copy.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] widened(DirectoryNode message) throws IOException {
        try (InputStream in = new DocumentInputStream((DocumentEntry) message.getEntryCaseInsensitive(PROPERTIES));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            out.write(in.readNBytes(24));
            out.write(new byte[RESERVED]);
            in.transferTo(out);
            return out.toByteArray();
        }
    }
}
