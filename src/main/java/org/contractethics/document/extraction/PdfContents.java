package org.contractethics.document.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/**
 * What draws a page, in one piece of memory. PDFBox looks one byte ahead all the time, and goes through two layers of views for each
 * look: a tenth of the whole reading.
 */
final class PdfContents implements RandomAccessRead {

    /** Longer contents stay where PDFBox keeps them. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final byte[] bytes;
    private int at;
    private boolean closed;

    PdfContents(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The page with its contents in memory; all else of it is that of the page. */
    static PDPage of(PDPage page) {
        return new PDPage(page.getCOSObject()) {
            @Override
            public @Nullable PDResources getResources() {
                return page.getResources();
            }

            @Override
            public RandomAccessRead getContentsForStreamParsing() throws IOException {
                return inMemory(page::getContentsForStreamParsing);
            }
        };
    }

    static PDFormXObject of(PDFormXObject form) {
        return new PDFormXObject(form.getCOSObject()) {
            @Override
            public @Nullable PDResources getResources() {
                return form.getResources();
            }

            @Override
            public RandomAccessRead getContentsForStreamParsing() throws IOException {
                return inMemory(form::getContentsForStreamParsing);
            }
        };
    }

    private interface Source {
        RandomAccessRead open() throws IOException;
    }

    private static RandomAccessRead inMemory(Source source) throws IOException {
        byte[] all;
        try (RandomAccessRead contents = source.open()) {
            all = beginning(contents);
        }
        return all.length > LONGEST ? source.open() : new PdfContents(all);
    }

    /** All of it, or more than is wanted; where it is unpacked while it is read, its length is not known before. */
    private static byte[] beginning(RandomAccessRead contents) throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        for (int count = contents.read(piece, 0, piece.length);
                count > 0 && all.size() <= LONGEST;
                count = contents.read(piece, 0, piece.length)) {
            all.write(piece, 0, count);
        }
        return all.toByteArray();
    }

    @Override
    public int read() {
        return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (at >= bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public int peek() {
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }

    @Override
    public void rewind(int count) throws IOException {
        seek((long) at - count);
    }

    @Override
    public long getPosition() {
        return at;
    }

    @Override
    public void seek(long position) throws IOException {
        if (position < 0) {
            throw new IOException("no place before the beginning");
        }
        at = (int) Math.min(position, bytes.length);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isEOF() {
        return at >= bytes.length;
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
