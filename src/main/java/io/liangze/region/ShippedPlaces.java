package io.liangze.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The places that come with the product: for the demonstration, and to look at before one's own are imported. */
public final class ShippedPlaces {

    private static final String JIANGXI = "/places/regions-jiangxi.csv";

    private ShippedPlaces() {}

    /** 江西省 with its five levels, parents first: codes of the National Bureau of Statistics, as of June 2023. */
    public static List<RegionRow> jiangxi() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ShippedPlaces.class.getResourceAsStream(JIANGXI)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(ShippedPlaces::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code code,name,level,parent_code}, none of them quoted. */
    private static RegionRow row(String line) {
        var cells = line.split(",", -1);
        return new RegionRow(cells[0], cells[1], Level.read(cells[2]).orElseThrow(), cells[3].isEmpty() ? null : cells[3], List.of(), null);
    }
}
