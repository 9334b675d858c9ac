package org.contractethics.document.cleaning;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Trace;

/** What camera and programs wrote into a picture, and how the camera was held. */
final class PictureTraces {

    private static final int UPRIGHT = 1;

    private final Traces traces = new Traces();
    private int orientation = UPRIGHT;

    private PictureTraces() {}

    static PictureTraces of(byte[] original, boolean photograph) throws IOException {
        PictureTraces found = new PictureTraces();
        try {
            found.read(ImageMetadataReader.readMetadata(new ByteArrayInputStream(original)));
        } catch (ImageProcessingException unknown) {
            // nothing to tell of a kind of picture it does not know; the copy is painted anew all the same
        }
        if (photograph) {
            found.traces.count(Trace.MORE_BYTES, bytesAfter(original));
        }
        return found;
    }

    int orientation() {
        return orientation;
    }

    List<Found> all() {
        return traces.all();
    }

    private void read(Metadata metadata) {
        for (GpsDirectory gps : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            GeoLocation place = gps.getGeoLocation();
            traces.add(
                    Trace.PLACE,
                    place == null
                            ? "GPS"
                            : String.format(Locale.ROOT, "%.5f, %.5f", place.getLatitude(), place.getLongitude()));
        }
        for (ExifIFD0Directory exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            readExif(exif);
        }
        add(metadata, ExifSubIFDDirectory.class, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL, Trace.TAKEN);
        add(metadata, ExifSubIFDDirectory.class, ExifSubIFDDirectory.TAG_USER_COMMENT, Trace.NOTE);
        add(metadata, IptcDirectory.class, IptcDirectory.TAG_BY_LINE, Trace.AUTHOR);
        add(metadata, IptcDirectory.class, IptcDirectory.TAG_CAPTION, Trace.NOTE);
        add(metadata, JpegCommentDirectory.class, JpegCommentDirectory.TAG_COMMENT, Trace.NOTE);
        for (XmpDirectory xmp : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            xmp.getXmpProperties().entrySet().stream()
                    .filter(property -> isName(property.getKey()))
                    .map(Map.Entry::getValue)
                    .forEach(name -> traces.add(Trace.AUTHOR, name));
            traces.count(Trace.OWN_PROPERTIES, xmp.getXmpProperties().size());
        }
    }

    private void readExif(ExifIFD0Directory exif) {
        traces.add(Trace.AUTHOR, exif.getString(ExifIFD0Directory.TAG_ARTIST));
        traces.add(Trace.AUTHOR, exif.getDescription(ExifIFD0Directory.TAG_WIN_AUTHOR));
        traces.add(Trace.CAMERA, exif.getString(ExifIFD0Directory.TAG_MODEL));
        traces.add(Trace.PROGRAM, exif.getString(ExifIFD0Directory.TAG_SOFTWARE));
        traces.add(Trace.CREATED, exif.getString(ExifIFD0Directory.TAG_DATETIME));
        traces.add(Trace.NOTE, exif.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION));
        try {
            orientation = exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : orientation;
        } catch (MetadataException noNumber) {
            orientation = UPRIGHT;
        }
    }

    private <D extends Directory> void add(Metadata metadata, Class<D> kind, int tag, Trace trace) {
        metadata.getDirectoriesOfType(kind).forEach(directory -> traces.add(trace, directory.getDescription(tag)));
    }

    private static boolean isName(String property) {
        String lower = property.toLowerCase(Locale.ROOT);
        return lower.contains("creator[") || lower.contains("author");
    }

    /** How many bytes lie behind the end of a JPEG, where anything can be hidden. */
    private static int bytesAfter(byte[] original) {
        for (int at = original.length - 2; at > 0; at--) {
            if (original[at] == (byte) 0xFF && original[at + 1] == (byte) 0xD9) {
                return original.length - at - 2;
            }
        }
        return 0;
    }
}
