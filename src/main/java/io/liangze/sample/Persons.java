package io.liangze.sample;

import java.util.List;

/** Names of persons whom there is not. */
final class Persons {

    private static final Weighted<String> SURNAMES = Weighted.words("""
        刘 8 王 6 李 6 陈 6 张 5 黄 5 吴 4 邓 3 熊 3 徐 3 胡 3 曾 3 肖 3 罗 3 谢 2 郭 2 朱 2 周 3 万 2 彭 2 杨 2 付 2 邹 2
        涂 1 饶 1 章 1 龚 1 汪 1 程 1 余 2 欧阳 1""");
    private static final List<String> GIVEN = List.of("伟 强 军 勇 志明 建华 国平 小红 丽 敏 燕 海燕 文斌 志刚 美玲 秀英 春华 俊杰 浩 梓涵 雨婷 嘉怡 思远 永红".split(" "));
    private static final List<String> RURAL = List.of("金根 水生 火生 秀英 春华 建华 国平 志明".split(" "));
    private static final List<String> FIRST = List.of("国 建 志 文 小 春 秋 海 永 晓 金 水 家 世 德 明 玉 美 雪 冬 宗 庆 长 松 爱 立 新 光 云 天".split(" "));
    private static final List<String> SECOND = List.of("华 平 明 军 红 英 兰 生 根 辉 斌 芳 萍 林 峰 波 涛 杰 娟 玲 勤 良 保 泉 荣 祥 梅 琴 龙 宁".split(" "));

    private Persons() {}

    static String name(Chance chance) {
        return SURNAMES.draw(chance) + given(chance);
    }

    /** Older people of a village. */
    static String ruralName(Chance chance) {
        return SURNAMES.draw(chance) + (chance.happens(0.3) ? chance.of(RURAL) : given(chance));
    }

    static String surname(Chance chance) {
        return SURNAMES.draw(chance);
    }

    private static String given(Chance chance) {
        return chance.happens(0.35) ? chance.of(GIVEN) : chance.of(FIRST) + chance.of(SECOND);
    }
}
