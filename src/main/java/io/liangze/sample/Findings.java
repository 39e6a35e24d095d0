package io.liangze.sample;

import io.liangze.shared.Severity;
import io.liangze.supervision.Checklist;
import java.util.List;
import java.util.Optional;

/** What is found wrong in sample visits: common findings with words, by item of the checklist. */
final class Findings {

    /** @param tapped id of the checklist's typical finding */
    private record Common(double weight, String item, String tapped, List<String> words) {
        static Common of(double weight, String item, String tapped, String... words) {
            return new Common(weight, item, tapped, List.of(words));
        }
    }

    /** What a visit answers for one item. @param text as the problem tells it */
    record Found(String item, String tapped, String words, String text, Severity severity, boolean raised) {}

    private static final List<Common> ALL = List.of(
        Common.of(15, "K18", "F07", "门口未见“两个责任”公示牌", "公示牌上的包保干部未更新", "公示牌字迹模糊"),
        Common.of(14, "K05", "F04", "近一周缺两天记录", "周末营业未记录", "上月有三天空白"),
        Common.of(12, "K08", "F03", "一名从业人员健康证过期", "新来的帮工还没办健康证", "两人健康证上月到期"),
        Common.of(16, "K09", "F02", "食用油没有购货票据", "冻品无检疫证明复印件", "散装米粉无进货单"),
        Common.of(5, "K11", "F18", "灶台和地面油污明显", "后门地面积水有油污"),
        Common.of(3, "K11", "F11", "后门缺挡鼠板", "下水口无防鼠网"),
        Common.of(3, "KC03", "F12", "冰柜结霜厚，未分类", "冷柜内未覆盖保鲜膜"),
        Common.of(3, "KS02", "F17", "散装饼干无生产日期", "散装调料无标签"),
        Common.of(3, "KN03", "F22", "上周两餐无陪餐记录"),
        Common.of(3, "KW02", "F18", "加工间墙面有霉斑", "地面油污未清理"),
        Common.of(3, "KV02", "", "凉菜未加盖", "熟食露天摆放无防蝇罩"),
        Common.of(3, "KM05", "", "熟食区与水产区相邻，排水不畅"),
        Common.of(2, "KP08", "", "有两批成品无法查到原料批次"),
        Common.of(11, "K10", "F01", "货架上有过期调味品", "冷柜里一袋丸子超过保质期", "库房有过期面粉一袋"),
        Common.of(10, "KC02", "F08", "冰箱内生鸡腿与凉拌菜同层存放", "生肉和熟食共用砧板", "生熟刀具未分色"),
        Common.of(8, "KN05", "F10", "留样不足125克", "留样盒无标签", "留样冰箱温度偏高"),
        Common.of(9, "KC04", "F09", "消毒柜未开启，消毒记录缺失", "餐具消毒记录缺三天"),
        Common.of(5, "KN10", "F09", "消毒记录连续三天缺失"),
        Common.of(4, "KS01", "F01", "过期食品未下架"),
        Common.of(3, "KS06", "", "进口零食无中文标签", "有“三无”辣条"),
        Common.of(3, "KP05", "", "一批产品未出检验报告即出厂"),
        Common.of(3, "KW03", "F02", "原料来源说不清，无票据"),
        Common.of(2, "K01", "F14", "超出许可项目做凉菜", "现场加工超出登记品种"));

    private Findings() {}

    /** Something that this checklist asks: of the gravity drawn (general 75, serious 23, critical 2 of a hundred) where it can be. */
    static Found draw(Checklist checklist, Chance chance) {
        double gravity = chance.part();
        var wanted = gravity < 0.75 ? Severity.GENERAL : Severity.SERIOUS;
        var found = draw(checklist, wanted, chance).or(() -> draw(checklist, Severity.SERIOUS, chance)).or(() -> draw(checklist, Severity.GENERAL, chance)).orElseThrow();
        return gravity < 0.98 ? found : new Found(found.item, found.tapped, found.words, found.text, Severity.CRITICAL, true);
    }

    /** The first of the findings at an item, as everybody expects it. */
    static Optional<Found> first(Checklist checklist, String item) {
        return checklist.item(item).map(_ -> {
            var common = ALL.stream().filter(c -> c.item.equals(item)).findFirst().orElseThrow();
            return found(checklist, common, common.words.getFirst());
        });
    }

    private static Optional<Found> draw(Checklist checklist, Severity wanted, Chance chance) {
        var fitting = new Weighted<Common>();
        for (var common : ALL)
            checklist.item(common.item).filter(_ -> severity(checklist, common) == wanted).ifPresent(_ -> fitting.with(common.weight, common));
        return fitting.items().isEmpty() ? Optional.empty() : Optional.of(fitting.draw(chance)).map(c -> found(checklist, c, chance.of(c.words)));
    }

    private static Found found(Checklist checklist, Common common, String words) {
        var tapped = common.tapped.isEmpty() ? "" : checklist.item(common.item).orElseThrow().finding(common.tapped).orElseThrow().text() + "，";
        return new Found(common.item, common.tapped, words, tapped + words, severity(checklist, common), false);
    }

    /** As the rules find it: the item's own or the finding's, whichever is graver. */
    private static Severity severity(Checklist checklist, Common common) {
        var item = checklist.item(common.item).orElseThrow();
        return item.finding(common.tapped).map(f -> item.severity().atLeast(f.severity())).orElse(item.severity());
    }
}
