package io.liangze.sheet;

import io.liangze.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook that its first visible sheet needs. */
final class Workbook implements AutoCloseable {

    private record Link(String type, String target) {}

    private final Archive archive;
    private final Styles styles;
    private final String sheet;
    private boolean from1904;
    private @Nullable SharedTexts texts;

    private Workbook(Archive archive) {
        this.archive = archive;
        var main = main();
        var links = links(main);
        var first = firstVisible(main);
        var link = links.get(first);
        if (link == null) throw Xml.broken();
        sheet = link.target();
        styles = of("styles", links).flatMap(archive::part).map(Styles::read).orElseGet(Styles::new);
        texts = of("sharedStrings", links).flatMap(archive::part).map(SharedTexts::read).orElse(null);
    }

    static Workbook open(Path file) throws IOException {
        var archive = Archive.open(file);
        try {
            return new Workbook(archive);
        } catch (Refusal refusal) {
            archive.close();
            throw refusal;
        }
    }

    /** Opens the sheet from its start. */
    Xml sheet() {
        return archive.part(sheet).map(Xml::new).orElseThrow(Xml::broken);
    }

    Styles styles() {
        return styles;
    }

    /** @throws Refusal if a cell refers to texts and the workbook has none */
    SharedTexts texts() {
        if (texts == null) throw Xml.broken();
        return texts;
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        if (texts != null) texts.close();
        archive.close();
    }

    /** The main part, as the package names it; a zip without one is something else. */
    private String main() {
        for (var link : links("").values())
            if (link.type().endsWith("/officeDocument")) return link.target();
        if (archive.part("xl/workbook.xml").isPresent()) return "xl/workbook.xml";
        throw Refusal.invalid("file", "sheet.not-a-workbook");
    }

    private String firstVisible(String main) {
        try (var xml = archive.part(main).map(Xml::new).orElseThrow(Xml::broken)) {
            var root = xml.nextStart();
            if (!"workbook".equals(root)) throw Refusal.invalid("file", "sheet.not-a-workbook");
            for (var name = xml.nextStart(); name != null; name = xml.nextStart()) {
                if (name.equals("workbookPr")) from1904 = List.of("1", "true").contains(String.valueOf(xml.attribute("date1904")));
                if (!name.equals("sheet")) continue;
                var state = xml.attribute("state");
                var id = xml.attribute("id");
                if (id != null && (state == null || state.equals("visible"))) return id;
            }
            throw Refusal.invalid("file", "sheet.no-sheet");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a part refers to, by the name of the reference; paths made whole. */
    private Map<String, Link> links(String part) {
        var folder = part.substring(0, part.lastIndexOf('/') + 1);
        var found = archive.part(folder + "_rels/" + part.substring(folder.length()) + ".rels");
        var links = new HashMap<String, Link>();
        if (found.isEmpty()) return links;
        try (var xml = new Xml(found.get())) {
            for (var name = xml.nextStart(); name != null; name = xml.nextStart()) {
                var id = xml.attribute("Id");
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                if (!name.equals("Relationship") || id == null || type == null || target == null) continue;
                links.put(id, new Link(type, target.startsWith("/") ? target : folder + target));
            }
            return links;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<String> of(String type, Map<String, Link> links) {
        return links.values().stream().filter(l -> l.type().endsWith("/" + type)).map(Link::target).findFirst();
    }
}
