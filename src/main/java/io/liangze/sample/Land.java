package io.liangze.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The area of a county, WGS-84: where its places and businesses can lie. */
final class Land {

    /** Degrees. */
    record Point(double longitude, double latitude) {

        private static final double METRES_A_DEGREE = 111_320;

        Point moved(double eastM, double northM) {
            return new Point(rounded(longitude + eastM / METRES_A_DEGREE / Math.cos(Math.toRadians(latitude))),
                rounded(latitude + northM / METRES_A_DEGREE));
        }

        double metresTo(Point other) {
            double east = (other.longitude - longitude) * Math.cos(Math.toRadians(latitude));
            double north = other.latitude - latitude;
            return Math.sqrt(east * east + north * north) * METRES_A_DEGREE;
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * 1e6) / 1e6;
        }
    }

    private final Point label;
    private final List<Point[]> rings;

    private Land(Point label, List<Point[]> rings) {
        this.label = label;
        this.rings = rings;
    }

    /** The counties of a city by their six digits. */
    static Map<String, Land> ofCity(JsonMapper json, String city) {
        try (var map = Land.class.getResourceAsStream("/web/map/" + city.substring(0, 6) + ".json")) {
            if (map == null) return Map.of();
            var counties = new HashMap<String, Land>();
            for (var feature : json.readTree(map).path("features")) counties.put(feature.path("id").asString(), of(feature));
            return counties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Land of(JsonNode feature) {
        var rings = new ArrayList<Point[]>();
        var geometry = feature.path("geometry");
        if (geometry.path("type").asString().equals("Polygon")) rings.add(ring(geometry.path("coordinates").path(0)));
        else for (var polygon : geometry.path("coordinates")) rings.add(ring(polygon.path(0)));
        return new Land(point(feature.path("properties").path("cp")), rings);
    }

    private static Point[] ring(JsonNode corners) {
        var ring = new Point[corners.size()];
        for (int i = 0; i < ring.length; i++) ring[i] = point(corners.path(i));
        return ring;
    }

    private static Point point(JsonNode pair) {
        return new Point(pair.path(0).asDouble(), pair.path(1).asDouble());
    }

    /** Where the name of the county is written. */
    Point label() {
        return label;
    }

    /** A point within the county, at most so far from another; the other itself where chance finds none. */
    Point near(Point centre, double metres, Chance chance) {
        for (int tries = 0; tries < 40; tries++) {
            double angle = chance.part() * 2 * Math.PI;
            double far = metres * Math.sqrt(chance.part());
            var point = centre.moved(far * Math.cos(angle), far * Math.sin(angle));
            if (holds(point)) return point;
        }
        return centre;
    }

    private boolean holds(Point point) {
        return rings.stream().anyMatch(ring -> holds(ring, point));
    }

    private static boolean holds(Point[] ring, Point p) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
            var a = ring[i];
            var b = ring[j];
            if (a.latitude > p.latitude != b.latitude > p.latitude
                && p.longitude < (b.longitude - a.longitude) * (p.latitude - a.latitude) / (b.latitude - a.latitude) + a.longitude)
                inside = !inside;
        }
        return inside;
    }
}
