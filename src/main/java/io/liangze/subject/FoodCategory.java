package io.liangze.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** 食品类别 of the production licence, {@code 01} to {@code 31}. Screens name it by the message {@code FoodCategory.<code>}. */
public record FoodCategory(String code) {

    private static final List<String> NAMES = List.of("粮食加工品", "食用油", "调味品", "肉制品", "乳制品", "饮料", "方便食品",
        "饼干", "罐头", "冷冻饮品", "速冻食品", "薯类和膨化", "糖果", "茶叶", "酒类", "蔬菜制品", "水果制品", "炒货坚果", "蛋制品",
        "可可及焙烤咖啡", "食糖", "水产制品", "淀粉", "糕点", "豆制品", "蜂产品", "保健食品", "特医", "婴配", "特殊膳食", "其他");

    private static final Pattern CODE = Pattern.compile("0[1-9]|[12]\\d|3[01]");

    private static final List<FoodCategory> ALL =
        IntStream.rangeClosed(1, NAMES.size()).mapToObj("%02d"::formatted).map(FoodCategory::new).toList();

    private static final Words<FoodCategory> WORDS = new Words<>(ALL, category -> List.of(category.code, category.chinese()));

    public FoodCategory {
        if (!CODE.matcher(code).matches()) throw new IllegalArgumentException("not a food category: " + code);
    }

    /** @throws IllegalArgumentException unless {@code code} is 01 to 31 */
    @JsonCreator
    public static FoodCategory of(String code) {
        return new FoodCategory(code);
    }

    /** By code, also {@code 4} for {@code 04}, or Chinese name; empty if {@code text} is neither. */
    public static Optional<FoodCategory> read(String text) {
        var typed = text.strip();
        return WORDS.read(typed.length() == 1 ? "0" + typed : typed);
    }

    public static List<FoodCategory> all() {
        return ALL;
    }

    public String chinese() {
        return NAMES.get(Integer.parseInt(code) - 1);
    }

    @Override
    @JsonValue
    public String toString() {
        return code;
    }
}
