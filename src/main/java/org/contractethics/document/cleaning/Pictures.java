package org.contractethics.document.cleaning;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Outcome;

/** Pictures, painted anew: the copy holds the colours of the points and nothing else, turned as the camera said. */
final class Pictures {

    /** Four bytes a point, twice: fits into the memory of the process. */
    private static final long MOST_POINTS = 40_000_000;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final byte[] BMP = {'B', 'M'};
    private static final byte[] TIFF_INTEL = {'I', 'I', 42, 0};
    private static final byte[] TIFF_MOTOROLA = {'M', 'M', 0, 42};

    private Pictures() {}

    static boolean isOne(byte[] bytes) {
        for (byte[] signature : new byte[][] {JPEG, PNG, GIF, BMP, TIFF_INTEL, TIFF_MOTOROLA}) {
            if (Cleaning.begins(bytes, signature)) {
                return true;
            }
        }
        return false;
    }

    static Cleaned rebuilt(byte[] original) throws IOException {
        ImageIO.setUseCache(false);
        boolean photograph = Cleaning.begins(original, JPEG);
        PictureTraces traces = PictureTraces.of(original, photograph);
        BufferedImage seen = turned(painted(read(original), photograph), traces.orientation());
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        String format = photograph ? "jpg" : "png";
        if (!ImageIO.write(seen, format, copy)) {
            throw new IOException("no writer");
        }
        return new Cleaned(Outcome.COPIED, format, copy.toByteArray(), traces.all());
    }

    private static BufferedImage read(byte[] original) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(original))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
                    throw new IOException("too many points");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage painted(BufferedImage read, boolean opaque) {
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage painted = new BufferedImage(read.getWidth(), read.getHeight(), type);
        Graphics2D brush = painted.createGraphics();
        brush.drawImage(read, 0, 0, null);
        brush.dispose();
        return painted;
    }

    /** @param orientation as Exif numbers them, from 1 */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation < 2 || orientation > 8) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage turned = orientation < 5
                ? new BufferedImage(width, height, image.getType())
                : new BufferedImage(height, width, image.getType());
        new AffineTransformOp(turn(orientation, width, height), AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(image, turned);
        return turned;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
