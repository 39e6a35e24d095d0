package io.liangze.evidence;

import static io.liangze.evidence.Photo.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.liangze.shared.Refusal;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PicturesTest {

    private final Pictures pictures = new Pictures();

    @TempDir Path folder;

    /** The red corner is where EXIF says that the stored corner belongs. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void a_copy_stands_upright(int orientation, int right, int below) throws IOException {
        var photo = kept(aPhoto().sized(400, 200).claiming(orientation, "2026:11:20 09:30:00", 28.5, 115.9).jpeg());

        var copy = folder.resolve("copy");
        pictures.copy(photo, EvidenceType.JPEG, Claims.of(photo).orientation(), 320, copy);

        var seen = ImageIO.read(copy.toFile());
        assertThat(seen.getWidth()).isEqualTo(orientation >= 5 ? 160 : 320);
        assertThat(seen.getHeight()).isEqualTo(orientation >= 5 ? 320 : 160);
        var corner = new Color(seen.getRGB(right * (seen.getWidth() - 21) + 10, below * (seen.getHeight() - 21) + 10));
        assertThat(corner.getRed()).isGreaterThan(200);
        assertThat(corner.getBlue()).isLessThan(80);
    }

    @Test
    void a_copy_holds_nothing_but_what_is_seen() throws IOException {
        var photo = kept(aPhoto().claiming(1, "2026:11:20 09:30:00", 28.543210, 115.943210).jpeg());

        var copy = folder.resolve("copy");
        pictures.copy(photo, EvidenceType.JPEG, 1, 2048, copy);

        assertThat(Claims.of(photo).latitude()).isCloseTo(28.543210, within(1e-5));
        assertThat(Claims.of(photo).at()).isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));
        assertThat(Claims.of(copy)).isEqualTo(Claims.NONE);
        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void broken_exif_is_passed_over(long seed) throws IOException {
        var random = new Random(seed);
        var photo = aPhoto().claiming(6, "2026:11:20 09:30:00", 28.5, 115.9).jpeg();
        for (int i = 0; i < 20; i++) photo[20 + random.nextInt(150)] = (byte) random.nextInt();

        var claims = Claims.of(kept(photo));

        assertThat(claims.orientation()).isBetween(1, 8);
        if (claims.latitude() != null) assertThat(Claims.isPlace(claims.latitude(), claims.longitude())).isTrue();
    }

    @Test
    void a_small_file_that_would_be_huge_when_unpacked_is_refused() throws IOException {
        var png = aPhoto().sized(8, 8).png();
        var header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());

        assertThat(flaw(kept(png), EvidenceType.PNG)).isEqualTo("evidence.too-many-pixels");
    }

    @Test
    void what_only_begins_like_a_picture_is_refused() throws IOException {
        var text = Arrays.copyOf(aPhoto().png(), 60);

        assertThat(flaw(kept(text), EvidenceType.PNG)).isEqualTo("evidence.broken");
    }

    @Test
    void webp_is_read() throws IOException {
        var webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        var copy = folder.resolve("copy");

        pictures.copy(kept(webp), EvidenceType.of(webp).orElseThrow(), 1, 320, copy);

        assertThat(ImageIO.read(copy.toFile()).getWidth()).isEqualTo(1);
    }

    private Path kept(byte[] picture) throws IOException {
        return Files.write(Files.createTempFile(folder, "picture", null), picture);
    }

    private String flaw(Path picture, EvidenceType type) {
        var refusal = assertThatExceptionOfType(Refusal.class).isThrownBy(() -> {
            pictures.size(picture, type);
            pictures.copy(picture, type, 1, 320, folder.resolve("copy"));
        }).actual();
        return refusal.flaws().getFirst().code();
    }
}
