package io.liangze.sample;

import io.liangze.shared.Family;
import io.liangze.subject.Kind;
import java.util.List;
import java.util.Objects;

/** Names of businesses: place, word and word of the kind; with the surname of the owner where shops are called so. */
final class Titles {

    private static final List<String> WORDS = words("福满堂 金穗 百味 万家福 赣味 康悦 绿源 春丰 聚贤 香江 益民 天天乐 农夫 庐陵 滕王 井冈 稻香 乡情 鑫源 宏达");
    static final List<String> ROADS = words("八一大道 中山路 沿江路 建设路 人民路 胜利路 青年路 滨江路 庐山路 文昌路");
    private static final List<String> COUNTED = words("一 二 三 四 五 六 七 八");
    private static final List<String> KINDERGARTENS = words("阳光 蓝天 小博士 金太阳 童心 希望 向日葵 未来星");

    private Titles() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** @param surname of the owner */
    static String of(Business b, County county, String surname, Chance chance) {
        var word = chance.of(WORDS);
        var road = chance.of(ROADS);
        var place = b.village.shortName();
        var town = town(b.village.township().name());
        return switch (b.kind) {
            case P1, P2, P3 -> "江西" + word + chance.among("生物科技有限公司", "健康产业有限公司");
            case P4 -> county.name() + word + chance.among(foodWords(b)) + "有限公司";
            case P5 -> county.name() + word + chance.among("食品有限公司", "食品厂", "米业有限公司", "茶业有限公司");
            case P6 -> county.name() + word + "食品添加剂有限公司";
            case W1 -> workshop(b, place, town, surname, chance);
            case W2 -> town + "小作坊集中加工区";
            case S1 -> (chance.happens(0.5) ? county.name() : county.shortName() + word) + chance.among("农产品批发市场", "水产批发市场", "果蔬批发市场");
            case S2 -> (chance.happens(0.5) ? town : road) + "农贸市场";
            case S3 -> b.areaM2 != null && b.areaM2 >= 2_000 ? word + chance.among("购物中心", "购物广场") + town + "店" : word + chance.among("超市", "生活超市") + road + "店";
            case S4 -> county.shortName() + word + "商业连锁有限公司";
            case S5 -> word + chance.among("便利店", "便民店") + (chance.happens(0.4) ? "（" + road + "店）" : "");
            case S6 -> county.shortName() + word + chance.among("食品贸易有限公司", "粮油商行", "副食批发部");
            case S7 -> word + chance.among("母婴生活馆", "大药房", "营养保健食品店", "孕婴店");
            case S8 -> chance.happens(0.45) ? place + chance.among("综合商店", "便民小卖部", "便民店") : surname + "家" + chance.among("副食店", "小卖部", "烟酒店");
            case S9 -> "江西" + word + "网络科技有限公司";
            case S10 -> surname + "家" + chance.among("土特产网店", "零食铺", "脐橙网店");
            case S11 -> county.shortName() + word + chance.among("冷链仓储有限公司", "冷库");
            case S12 -> word + "自动售货机（" + road + "）";
            case S13 -> surname + chance.among("记蔬菜摊", "记鲜肉摊", "记水产摊", "记豆腐摊");
            case C1 -> county.shortName() + "营养餐中央厨房";
            case C2 -> county.shortName() + word + "餐饮配送有限公司";
            case C3 -> county.shortName() + word + "餐饮管理有限公司";
            case C4 -> chance.happens(0.5) ? word + chance.among("酒店", "大酒店", "饭店") : chance.among(town, county.shortName(), word) + chance.among("土菜馆", "赣菜馆", "农家饭庄");
            case C5 -> chance.among("南昌拌粉店", "瓦罐汤馆", surname + "师傅早点", surname + "记面馆", word + "炒粉店", word + "快餐店", "沙县小吃店");
            case C6 -> chance.among("奶茶" + word, word + "茶饮", word + "咖啡", word + "奶茶店");
            case C7 -> word + chance.among("蛋糕房", "烘焙坊", "糕点店");
            case C8 -> surname + chance.among("记小吃店", "师傅早点", "记米粉店", "记小饭馆", "嫂饺子店");
            case C9 -> surname + chance.among("记烧烤摊", "记煎饼摊", "记凉粉摊", "记卤味摊");
            case C10 -> surname + "家流动厨师队";
            case N1 -> chance.happens(0.6) ? (town + (chance.happens(0.5) ? "中心小学食堂" : "中学食堂")) : county.shortName() + "第" + chance.of(COUNTED) + chance.among("小学食堂", "中学食堂");
            case N2 -> (chance.happens(0.5) ? town : "") + chance.of(KINDERGARTENS) + "幼儿园食堂";
            case N3 -> chance.happens(0.5) ? county.shortName() + "职业技术学院第" + chance.of(COUNTED) + "食堂" : county.shortName() + "中等专业学校食堂";
            case N4 -> chance.happens(0.6) ? town + "敬老院食堂" : word + "康养中心食堂";
            case N5 -> chance.happens(0.4) ? county.name() + "人民医院食堂" : chance.happens(0.5) ? county.name() + "中医院食堂" : town + "中心卫生院食堂";
            case N6 -> county.shortName() + word + "工地食堂";
            case N7 -> chance.happens(0.4) ? town + "政府机关食堂" : county.shortName() + word + "公司职工食堂";
            case N8 -> place + "老年助餐点";
        };
    }

    /** Shops of one person carry his name. */
    static boolean isPersonal(Kind kind) {
        return switch (kind) {
            case W1, S8, S10, S13, C5, C8, C9, C10 -> true;
            default -> false;
        };
    }

    private static String[] foodWords(Business b) {
        return switch (Objects.requireNonNull(b.foodCategory).code()) {
            case "02" -> new String[] {"粮油", "茶油"};
            case "04" -> new String[] {"肉制品", "腊味食品"};
            case "05" -> new String[] {"乳业"};
            case "15" -> new String[] {"酒业", "酿酒"};
            default -> new String[] {"速冻食品", "冷食品"};
        };
    }

    private static String workshop(Business b, String place, String town, String surname, Chance chance) {
        return switch (Objects.requireNonNull(b.foodCategory).code()) {
            case "25" -> surname + "记豆腐坊";
            case "15" -> town + chance.among("酒坊", "老酒坊") + (chance.happens(0.3) ? "（" + surname + "记）" : "");
            case "04" -> surname + "氏腊味作坊";
            case "16" -> surname + "记酱菜坊";
            case "18" -> surname + "记炒货坊";
            default -> place + chance.among("米粉加工坊", "米糕加工坊", "榨油坊");
        };
    }

    /** 莲塘镇 is 莲塘 in names. */
    private static String town(String name) {
        return name.length() > 2 && name.matches(".*[镇乡]$") ? name.substring(0, name.length() - 1)
            : name.endsWith("街道") && name.length() > 3 ? name.substring(0, name.length() - 2) : name;
    }

    static String address(Business b, County county, Chance chance) {
        var village = b.village;
        var where = village.isCommunity() ? chance.of(ROADS) + chance.between(1, 320) + "号" : village.shortName() + chance.between(1, 16) + "组";
        return county.name() + village.township().name() + where + (b.kind.family() == Family.PRODUCER ? "（工业园区）" : "");
    }
}
