package io.liangze.sample;

import io.liangze.region.Level;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes up the officials of a place, with the posts that its level has. Few posts are vacant. */
final class Cadres {

    /** A post that may be filled. @param organisation with {@code *} for the place */
    private record Post(String title, String organisation, @Nullable String field, boolean lead) {
        static Post of(String title, String organisation) {
            return new Post(title, organisation, null, false);
        }

        static Post inCharge(String title, String organisation, String field) {
            return new Post(title + "（分管" + field + "）", organisation, field, false);
        }

        static Post lead(String title, String organisation) {
            return new Post(title, organisation, null, true);
        }
    }

    private static final List<String> FIELDS = List.of("市场监管", "教育", "商务", "农业农村", "工信", "卫健", "民政", "文旅", "住建");
    private static final double VILLAGE_VACANT = 0.01;
    private static final double LEAD_VACANT = 0.006;
    /** There nobody acts for a vacant post: gaps of the coverage. */
    private static final double VACANT_WITHOUT_LEAD = 0.12;
    private static final int NUMBERS_OF_A_COUNTY = 20_000;

    private final SampleSize size;
    private final Stage stage;
    private final LocalDate today;
    private final Chance chance;
    private final int number;
    private final Set<String> withoutLead = new HashSet<>();
    private int serial;

    /** @param number of the place among all, so that no two persons share a number */
    Cadres(SampleSize size, Stage stage, LocalDate today, Chance chance, int number) {
        this.size = size;
        this.stage = stage;
        this.today = today;
        this.chance = chance;
        this.number = number;
    }

    /** @param counties codes of the city's counties: its leaders are linked to them in turn (挂点县) */
    List<Cadre> ofCity(String code, String name, List<String> counties) {
        var posts = new ArrayList<>(List.of(
            Post.of("市委书记", "中共*委员会"), Post.of("市委副书记、市长", "*人民政府"), Post.inCharge("副市长", "*人民政府", "市场监管"),
            Post.of("市委常委、常务副市长", "*人民政府"), Post.of("市委常委、宣传部部长", "中共*委员会"), Post.of("市人大常委会副主任", "*人大常委会"),
            Post.of("市政协副主席", "政协*委员会"), Post.of("市委秘书长", "中共*委员会")));
        for (int i = 1; posts.size() < size.cityOfficials(); i++)
            posts.add(i < FIELDS.size() ? Post.inCharge("副市长", "*人民政府", FIELDS.get(i)) : more(i, "市"));
        var made = new ArrayList<Cadre>();
        for (int i = 0; i < size.cityOfficials(); i++)
            made.add(make(code, Level.CITY, name, posts.get(i), counties.get(i % counties.size()), Persons.name(chance)));
        return made;
    }

    List<Cadre> ofCounty(County county) {
        var s = county.suffix();
        var posts = new ArrayList<>(List.of(
            Post.inCharge("副" + s + "长", "*人民政府", "教育"), Post.of(s + "人大常委会主任", "*人大常委会"),
            Post.of(s + "委组织部部长", "中共*委员会"), Post.of(s + "委常委、政法委书记", "中共*委员会"),
            Post.of(s + "政协主席", "政协*委员会"), Post.of(s + "人武部政委", "*人民武装部"), Post.of(s + "委书记", "中共*委员会"),
            Post.of(s + "委副书记、" + s + "长", "*人民政府")));
        for (int i = 0; posts.size() < size.countyOfficials(); i++)
            if (!FIELDS.get(i).equals("教育")) posts.add(Post.inCharge("副" + s + "长", "*人民政府", FIELDS.get(i)));
        return posts.subList(0, size.countyOfficials()).stream()
            .map(post -> make(county.code(), Level.COUNTY, county.name(), post, null, Persons.name(chance))).toList();
    }

    List<Cadre> ofTownship(County.Township township) {
        var name = township.name();
        boolean street = name.endsWith("街道");
        var head = street ? "街道办事处主任" : name.endsWith("乡") ? "党委副书记、乡长" : "党委副书记、镇长";
        var deputy = street ? "街道办事处副主任" : name.endsWith("乡") ? "副乡长" : "副镇长";
        var posts = new ArrayList<Post>();
        if (township.isManaged()) {
            posts.add(Post.lead("党工委书记、管委会主任", "*"));
            for (int i = 1; i < size.townshipOfficials(); i++) posts.add(Post.of("管委会副主任", "*"));
        } else {
            var government = street ? "*办事处" : "*人民政府";
            posts.addAll(List.of(Post.lead(street ? "党工委书记" : "党委书记", "中共*委员会"), Post.of(deputy, government), Post.of(head, government),
                Post.of(street ? "人大工委主任" : "人大主席", "*人大"), Post.of("党委组织委员", "中共*委员会"), Post.of("宣传委员", "中共*委员会"),
                Post.of("纪委书记", "中共*委员会"), Post.of("武装部部长", "*武装部")));
        }
        if (chance.happens(LEAD_VACANT) && !stage.holds(township.code())) {
            posts.removeFirst();
            withoutLead.add(township.code());
        }
        return posts.subList(0, Math.min(size.townshipOfficials(), posts.size())).stream()
            .map(post -> make(township.code(), Level.TOWNSHIP, name, post, null, Persons.name(chance))).toList();
    }

    List<Cadre> ofVillage(County.Village village) {
        double vacant = withoutLead.contains(village.township().code()) ? VACANT_WITHOUT_LEAD : VILLAGE_VACANT;
        if (chance.happens(vacant) && !stage.holds(village.code())) return List.of();
        var name = village.shortName();
        var posts = name.endsWith("社区")
            ? List.of(Post.of("社区党委书记", "*"), Post.of("社区居委会主任", "*"), Post.of("网格长", "*"), Post.of("妇联主席", "*"))
            : List.of(Post.of("村党支部书记、村委会主任", "*"), Post.of("村委会副主任", "*"), Post.of("村文书", "*"), Post.of("网格长", "*"));
        int whole = (int) size.villageOfficials();
        int many = whole + (chance.happens(size.villageOfficials() - whole) ? 1 : 0);
        return posts.subList(0, Math.min(many, posts.size())).stream()
            .map(post -> make(village.code(), Level.VILLAGE, village.name(), post, null, Persons.ruralName(chance))).toList();
    }

    private static Post more(int i, String suffix) {
        return switch (i % 3) {
            case 0 -> Post.of(suffix + "人大常委会副主任", "*人大常委会");
            case 1 -> Post.of(suffix + "政协副主席", "政协*委员会");
            default -> Post.of(suffix + "委常委", "中共*委员会");
        };
    }

    private Cadre make(String region, Level level, String place, Post post, @Nullable String linkedCounty, String name) {
        var since = today.minusDays(chance.between(250, 2_200));
        var area = region.substring(0, 6).endsWith("00") ? region.substring(0, 4) + "01" : region.substring(0, 6);
        int own = serial++;
        return new Cadre(chance.id(since.atStartOfDay().toInstant(ZoneOffset.UTC)), region, level,
            Cast.holder(region, post.title()).orElse(name), post.organisation().replace("*", place),
            post.title(), post.field(), post.lead(), linkedCounty, Numbers.idNumber(area, own + (level == Level.CITY ? 5_000 : 0)),
            Numbers.mobile((long) number * NUMBERS_OF_A_COUNTY + own), since, chance.happens(0.93));
    }
}
