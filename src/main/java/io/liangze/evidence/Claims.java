package io.liangze.evidence;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says of itself in its EXIF. Cameras and editors write much that is broken: what cannot be read is not
 * there, and never a reason to refuse the picture.
 *
 * @param orientation 1 to 8, how it must be turned to stand upright
 */
record Claims(int orientation, @Nullable Instant at, @Nullable Double latitude, @Nullable Double longitude) {

    private static final int UPRIGHT = 1;
    static final Claims NONE = new Claims(UPRIGHT, null, null, null);
    private static final TimeZone OFFICE_TIME = TimeZone.getTimeZone(ZoneId.of("Asia/Shanghai"));
    /** What PostgreSQL holds, and more than any camera means. */
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static Claims of(Path picture) {
        try (var in = Files.newInputStream(picture)) {
            var metadata = ImageMetadataReader.readMetadata(in);
            return place(metadata, new Claims(orientation(metadata), time(metadata), null, null));
        } catch (Exception unreadable) {
            return NONE;
        }
    }

    private static int orientation(Metadata metadata) {
        var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var value = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value == null || value < UPRIGHT || value > 8 ? UPRIGHT : value;
    }

    private static @Nullable Instant time(Metadata metadata) {
        var exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var date = exif == null ? null : exif.getDateOriginal(OFFICE_TIME);
        if (date == null) return null;
        var at = date.toInstant();
        return isTime(at) ? at : null;
    }

    private static Claims place(Metadata metadata, Claims claims) {
        var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var place = gps == null ? null : gps.getGeoLocation();
        if (place == null || place.isZero() || !isPlace(place.getLatitude(), place.getLongitude())) return claims;
        return new Claims(claims.orientation, claims.at, place.getLatitude(), place.getLongitude());
    }

    static boolean isTime(Instant at) {
        return at.isAfter(EARLIEST) && at.isBefore(LATEST);
    }

    /** Whether there is such a place on Earth; not for NaN. */
    static boolean isPlace(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
