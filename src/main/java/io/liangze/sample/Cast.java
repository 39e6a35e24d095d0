package io.liangze.sample;

import io.liangze.subject.FoodCategory;
import io.liangze.subject.Kind;
import io.liangze.subject.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The people and businesses that appear by name in the demonstration, in pictures and in tests: in 南昌县. */
final class Cast {

    static final String NOODLE_SHOP = "老王面馆";
    static final String OFFICER = "章敏";
    static final String REGULATOR = "邹俊杰";
    static final String NEWCOMER = "聚贤早点";

    private static final Map<String, String> NAMES = Map.of(
        Stage.DEMO.city() + "副市长（分管市场监管）", "涂国平",
        Stage.DEMO.county() + "副县长（分管教育）", "万建华",
        Stage.DEMO.county() + "县人大常委会主任", "邓丽",
        Stage.DEMO.county() + "县委组织部部长", "曾国平",
        Stage.DEMO.township() + "副镇长", "熊志刚",
        Stage.DEMO.village() + "社区党委书记", "刘春华");

    /** A business of the cast. @param village its code */
    private record Part(String name, Kind kind, String village, String principal, Consumer<Business> figures) {}

    private static final List<Part> PARTS = List.of(
        new Part(NOODLE_SHOP, Kind.C5, Stage.DEMO.village(), "王水生", b -> { b.areaM2 = 62; b.seats = 28; b.creditCode = "92360121MA3XW0W008"; }),
        new Part("春丰早点", Kind.C8, Stage.DEMO.village(), "付小红", b -> b.areaM2 = 30),
        new Part("益民副食店", Kind.S8, Stage.DEMO.village(), "邹志明", b -> b.areaM2 = 18),
        new Part("鑫源副食店", Kind.S8, Stage.DEMO.village(), "徐永红", b -> b.areaM2 = 16),
        new Part("香江奶茶", Kind.C6, Stage.DEMO.village(), "罗雨婷", b -> b.areaM2 = 24),
        new Part("邓氏腊味作坊", Kind.W1, Stage.DEMO.village(), "邓火生", b -> { b.areaM2 = 70; b.foodCategory = FoodCategory.of("04"); }),
        new Part("南昌县稻香小学食堂", Kind.N1, "360121100001", "涂丽", b -> { b.dinersPerMeal = 1_860; b.areaM2 = 1_200; b.creditCode = "12360121MB1A234574"; }),
        new Part("赣味瓦罐汤馆", Kind.C4, "360121100003", "熊海燕", b -> { b.areaM2 = 230; b.seats = 96; }),
        new Part("万家福超市澄湖路店", Kind.S3, "360121100023", "万文斌", b -> b.areaM2 = 860),
        new Part("香江酒店", Kind.C4, "360121100018", "胡国平", b -> { b.areaM2 = 480; b.seats = 210; }),
        new Part("庐陵酒店", Kind.C4, "360121403", "肖军", b -> { b.areaM2 = 1_450; b.seats = 420; }),
        new Part(NEWCOMER, Kind.C8, "360121101", "胡志明", b -> b.areaM2 = 28),
        new Part("金穗粮油有限公司", Kind.P4, "360121106", "曾志刚", b -> { b.scale = Scale.SMALL; b.staff = 46; b.revenue = 1_850; b.foodCategory = FoodCategory.of("02"); }),
        new Part("阳光幼儿园食堂", Kind.N2, "360121205", "谢美玲", b -> { b.dinersPerMeal = 210; b.areaM2 = 240; }),
        new Part("徐记豆腐坊", Kind.W1, "360121104", "徐金根", b -> { b.areaM2 = 55; b.foodCategory = FoodCategory.of("25"); }),
        new Part("天天乐便民店", Kind.S5, "360121206", "郭美玲", b -> b.areaM2 = 60));

    private Cast() {}

    /** The name of who holds a post, where it is one of the cast. */
    static Optional<String> holder(String region, String post) {
        return Optional.ofNullable(NAMES.get(region + post));
    }

    static boolean isHolder(String official) {
        return NAMES.containsValue(official);
    }

    /** Businesses of the cast in a county; those whose village is not told lie in the first of their township. */
    static List<Business> businesses(County county, Chance chance) {
        return PARTS.stream().filter(part -> county.code().startsWith(part.village.substring(0, 6))).map(part -> {
            var village = county.villages().items().stream().filter(v -> v.code().startsWith(part.village)).findFirst().orElseThrow();
            var business = new Business(village, part.kind);
            business.name = part.name;
            business.principal = part.principal;
            part.figures.accept(business);
            if (business.scale == null) business.size(Scale.MICRO, chance);
            Mix.complete(business, Chance.of(1, part.name));
            return business;
        }).toList();
    }

    static boolean isNamed(Business business) {
        return PARTS.stream().anyMatch(part -> part.name.equals(business.name) && business.region().startsWith(part.village));
    }

    /** A shop that has just opened and whose first visit is late. */
    static boolean isNewcomer(Business business) {
        return business.name.equals(NEWCOMER) && business.region().startsWith(Stage.DEMO.county().substring(0, 6));
    }
}
