package io.liangze.subject;

import io.liangze.shared.Screen;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a subject's history (变更记录).
 *
 * @param actor  who did it
 * @param before fields that changed, by their JSON names; phones masked
 */
public record SubjectChange(Instant at, String actor, SubjectAct act, @Nullable String reason, Map<String, Object> before,
                            Map<String, Object> after) {

    /** Which field went from what to what, as a page tells it: 每餐供餐人数：1,790 → 1,860. */
    public List<String> words(Screen screen) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream().map(name -> screen.words("subject.change.to", screen.lookup("subject.field." + name),
            word(screen, name, before.get(name)), word(screen, name, after.get(name)))).toList();
    }

    private static String word(Screen screen, String name, @Nullable Object value) {
        if (value == null) return screen.lookup("subject.change.empty");
        var type = switch (name) {
            case "kind" -> "Kind.";
            case "scale" -> "Scale.";
            case "chainRole" -> "ChainRole.";
            case "salesChannel" -> "SalesChannel.";
            case "operation" -> "Operation.";
            case "riskLevel" -> "RiskLevel.";
            case "status" -> "SubjectStatus.";
            case "foodCategory" -> "FoodCategory.";
            case "flags" -> "SubjectFlag.";
            case "grade", "gradeNext" -> "Grade.";
            default -> null;
        };
        return switch (value) {
            case Number number -> screen.number(number);
            case List<?> several -> several.stream().map(one -> word(screen, name, one)).collect(Collectors.joining("、"));
            default -> type == null ? value.toString() : screen.lookup(type + value);
        };
    }
}
