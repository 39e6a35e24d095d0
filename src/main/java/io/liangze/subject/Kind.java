package io.liangze.subject;

import static io.liangze.shared.Family.CANTEEN;
import static io.liangze.shared.Family.CATERING;
import static io.liangze.shared.Family.PRODUCER;
import static io.liangze.shared.Family.SALES;
import static io.liangze.shared.Family.WORKSHOP;

import io.liangze.shared.Family;
import java.util.List;
import java.util.Optional;

/** 业态: what a food business does. */
public enum Kind {
    P1("婴幼儿配方食品生产", PRODUCER, "SC129"),
    P2("特殊医学用途配方食品生产", PRODUCER, "SC128"),
    P3("保健食品生产", PRODUCER, "SC127"),
    P4("高风险类别食品生产（乳制品、肉制品、婴幼儿辅助食品、白酒、食用植物油、速冻食品、冷冻饮品）", PRODUCER, "SC1"),
    P5("一般食品生产", PRODUCER, "SC1"),
    P6("食品添加剂生产", PRODUCER, "SC2"),
    W1("食品生产加工小作坊", WORKSHOP, "*"),
    W2("小作坊集中加工区开办者", WORKSHOP, "*"),
    S1("食用农产品批发市场开办者", SALES, "*"),
    S2("农贸市场（集中交易市场）开办者", SALES, "*"),
    S3("商场超市", SALES, "JY1"),
    S4("食品销售连锁总部", SALES, "JY1"),
    S5("便利店", SALES, "JY1", "YB"),
    S6("食品批发商（贸易商）", SALES, "JY1", "YB"),
    S7("特殊食品经营店（母婴、保健食品、药店兼营）", SALES, "JY1", "YB", "*"),
    S8("小食杂店", SALES, "*"),
    S9("网络食品交易第三方平台", SALES, "*"),
    S10("网络食品销售者", SALES, "JY1", "YB", "*"),
    S11("食品贮存（冷库、仓储）", SALES, "*"),
    S12("自动售货（餐）设备", SALES, "JY"),
    S13("食用农产品销售者（摊位）", SALES, "*"),
    C1("中央厨房", CATERING, "JY2"),
    C2("集体用餐配送单位", CATERING, "JY2"),
    C3("餐饮服务连锁总部", CATERING, "JY2"),
    C4("餐馆", CATERING, "JY2"),
    C5("快餐、小吃店", CATERING, "JY2"),
    C6("饮品店", CATERING, "JY2"),
    C7("糕点店（现场制售）", CATERING, "JY1", "JY2"),
    C8("小餐饮", CATERING, "*"),
    C9("食品小摊贩", CATERING, "*"),
    C10("农村集体聚餐（承办者）", CATERING, "*"),
    N1("中小学食堂", CANTEEN, "JY3"),
    N2("幼儿园、托育机构食堂", CANTEEN, "JY3"),
    N3("高等院校（含中职、技工）食堂", CANTEEN, "JY3"),
    N4("养老机构食堂", CANTEEN, "JY3"),
    N5("医院食堂", CANTEEN, "JY3"),
    N6("建筑工地食堂", CANTEEN, "JY3"),
    N7("机关企事业单位食堂", CANTEEN, "JY3"),
    N8("老年助餐点", CANTEEN, "JY3");

    private static final Words<Kind> WORDS = Words.of(Kind.class, kind -> List.of(kind.chinese));

    private final String chinese;
    private final Family family;
    private final List<String> licences;

    Kind(String chinese, Family family, String... licences) {
        this.chinese = chinese;
        this.family = family;
        this.licences = List.of(licences);
    }

    /** By code or Chinese name; empty if {@code text} is neither. */
    public static Optional<Kind> read(String text) {
        return WORDS.read(text);
    }

    public Family family() {
        return family;
    }

    /**
     * How the number of its licence begins: {@code SC…}, {@code JY…}, {@code YB…}; {@code *} for numbers of other
     * forms (登记证、备案), which say nothing about the kind.
     */
    public List<String> licences() {
        return licences;
    }

    /** The name in sheets and on certificates; screens take theirs from the messages. */
    public String chinese() {
        return chinese;
    }
}
