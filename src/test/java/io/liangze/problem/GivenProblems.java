package io.liangze.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.Given;
import io.liangze.evidence.Evidence;
import io.liangze.evidence.Upload;
import io.liangze.region.Level;
import io.liangze.region.RegionRow;
import io.liangze.region.Regions;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Grant;
import io.liangze.shared.Range;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Shops with problems, in a county of their own, and everybody who has to do with them. */
@Component
public class GivenProblems implements AboutSubjects {

    static final String PROVINCE = "360000000000";
    static final String CITY = "368800000000";
    static final String COUNTY = "368801000000";
    static final String TOWNSHIP = "368801001000";
    static final String VILLAGE = "368801001001";
    static final String OTHER_VILLAGE = "368801001002";
    static final String OTHER_COUNTY = "368802000000";

    /** A shop and its people. */
    record Shop(About about, Scope official, Scope business, Scope director) {

        Shop movedTo(String village) {
            return new Shop(new About(about.county(), about.subject(), about.subjectName(), village, about.kind(), about.family(),
                about.grade(), about.principal(), about.official(), about.officialName()), official, business, director);
        }
    }

    private final Given given;
    private final Regions regions;
    private final Evidence evidence;
    private final Problems problems;
    private final AtomicInteger pictures = new AtomicInteger();
    private final Map<UUID, About> known = new ConcurrentHashMap<>();

    GivenProblems(Given given, Regions regions, Evidence evidence, Problems problems) {
        this.given = given;
        this.regions = regions;
        this.evidence = evidence;
        this.problems = problems;
    }

    void places() {
        regions.load(Scope.system(), List.of(
            place(PROVINCE, "江西省", Level.PROVINCE, null), place(CITY, "测试市", Level.CITY, PROVINCE),
            place(COUNTY, "莲县", Level.COUNTY, CITY), place(OTHER_COUNTY, "邻县", Level.COUNTY, CITY),
            place(TOWNSHIP, "莲塘镇", Level.TOWNSHIP, COUNTY), place(VILLAGE, "向阳村", Level.VILLAGE, TOWNSHIP),
            place(OTHER_VILLAGE, "河下村", Level.VILLAGE, TOWNSHIP)));
    }

    private static RegionRow place(String code, String name, Level level, String parent) {
        return new RegionRow(code, name, level, parent, List.of(), null);
    }

    /** 老王面馆 of grade D in {@link #VILLAGE}. */
    Shop shop() {
        return shop(Grade.D);
    }

    Shop shop(Grade grade) {
        var subject = UuidCreator.getTimeOrderedEpoch();
        var official = UuidCreator.getTimeOrderedEpoch();
        var about = new About(VILLAGE.substring(0, 6), subject, "老王面馆", VILLAGE, "C6", Family.CATERING, grade, "王水生",
            official, "刘春华");
        known.put(subject, about);
        return new Shop(about, given.holding("刘春华", new Grant(Role.OFFICIAL, VILLAGE, List.of(Range.of(VILLAGE)), official, null)),
            given.business(subject, VILLAGE), given.business(subject, VILLAGE));
    }

    Scope office(String place) {
        return given.office(place);
    }

    Scope regulator() {
        return given.at(Role.REGULATOR, COUNTY);
    }

    /** One problem that a visit found. */
    ProblemFile found(Shop shop, Severity severity) {
        return found(shop, "KC03", severity, false);
    }

    ProblemFile found(Shop shop, String item, Severity severity, boolean fixedOnSite) {
        var photos = fixedOnSite ? List.of(photo(shop.official()), photo(shop.official())) : List.of(photo(shop.official()));
        var opened = problems.openFromVisit(shop.official(), shop.about(), UuidCreator.getTimeOrderedEpoch(),
            List.of(new Finding(item, severity, "冰箱内生鸡腿与凉拌菜同层存放", photos, fixedOnSite)));
        return problems.find(Scope.system(), opened.getFirst().id());
    }

    /** A problem that came as a complaint, an oversight finding … */
    ProblemFile found(Shop shop, ProblemSource source, Severity severity) {
        if (source == ProblemSource.VISIT) return found(shop, severity);
        return problems.open(opener(shop, source),
            new NewProblem(null, shop.about().subject(), source, null, severity, "地面油污", List.of()));
    }

    Scope opener(Shop shop, ProblemSource source) {
        return source.opener().orElseThrow() == Role.BUSINESS ? shop.business() : given.at(source.opener().orElseThrow(), COUNTY);
    }

    ProblemFile rectified(Shop shop, ProblemFile file) {
        return problems.act(shop.business(), file.problem().id(), new Step.Rectify("已分层存放", List.of(photo(shop.business()))));
    }

    /** Uploaded by that account; each is another picture. */
    UUID photo(Scope sender) {
        return evidence.store(sender, Upload.of(null, new ByteArrayResource(picture()))).id();
    }

    byte[] picture() {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        int number = pictures.incrementAndGet();
        for (int x = 0; x < 40; x++) picture.setRGB(x, x % 30, number * 2_654_435 + x);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    List<UUID> photos(Scope sender, int n) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < n; i++) ids.add(photo(sender));
        return ids;
    }

    @Override
    public Optional<About> about(Scope scope, UUID subject) {
        return Optional.ofNullable(known.get(subject)).filter(about -> scope.grants().stream().anyMatch(g ->
            g.subject() != null ? g.subject().equals(subject) : g.ranges().stream().anyMatch(r -> r.holds(about.region()))));
    }
}
