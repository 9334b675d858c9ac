package org.contractethics.document.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Takes a file out of the envelope in which Office programs embed it. */
final class EmbeddedObjects {

    private static final int LARGEST = 50 * 1024 * 1024;

    private EmbeddedObjects() {}

    /** A file as it lies in an Office file: bare, or in an envelope. */
    static void add(String name, InputStream content, Draft draft) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        draft.budget().chargeExpandedBytes(bytes.length);
        boolean envelope = FileMagic.valueOf(bytes) == FileMagic.OLE2;
        if (!envelope) {
            draft.embedded().add(name, new ByteArrayInputStream(bytes));
            return;
        }
        try (POIFSFileSystem compound = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            add(name, compound.getRoot(), draft);
        } catch (IOException | RuntimeException e) {
            giveWay(e);
            draft.embedded().notRead(name, "damaged");
        }
    }

    /** An object as a folder of an older Office file. */
    static void add(String name, DirectoryNode object, Draft draft) throws IOException {
        try {
            if (object.hasEntryCaseInsensitive(Ole10Native.OLE10_NATIVE)) {
                Ole10Native file = Ole10Native.createFromEmbeddedOleObject(object);
                draft.embedded()
                        .add(lastSegment(file.getLabel(), name), new ByteArrayInputStream(file.getDataBuffer()));
            } else if (object.hasEntryCaseInsensitive("Package")) {
                addStream(name, object, "Package", draft);
            } else if (object.hasEntryCaseInsensitive("CONTENTS")) {
                addStream(name, object, "CONTENTS", draft);
            } else {
                draft.embedded().add(name, new ByteArrayInputStream(copyOf(object)));
            }
        } catch (Ole10NativeException e) {
            draft.embedded().notRead(name, "damaged");
        } catch (RuntimeException e) {
            giveWay(e);
            draft.embedded().notRead(name, "damaged");
        }
    }

    private static void addStream(String name, DirectoryNode object, String stream, Draft draft) throws IOException {
        if (object.getEntryCaseInsensitive(stream) instanceof DocumentNode node) {
            try (InputStream in = object.createDocumentInputStream(node)) {
                draft.embedded().add(name, in);
            }
        }
    }

    private static byte[] copyOf(DirectoryNode object) throws IOException {
        try (POIFSFileSystem copy = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            EntryUtils.copyNodes(object, copy.getRoot());
            copy.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static String lastSegment(String label, String otherwise) {
        String plain =
                label == null ? "" : label.substring(Math.max(label.lastIndexOf('\\'), label.lastIndexOf('/')) + 1);
        return plain.isBlank() ? otherwise : plain;
    }

    /** Limits end the whole file, not only the object. */
    private static void giveWay(Exception e) {
        if (e instanceof LimitHitException || e instanceof HostileFileException) {
            throw (RuntimeException) e;
        }
    }
}
