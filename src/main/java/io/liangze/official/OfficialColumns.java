package io.liangze.official;

import io.liangze.imports.Column;
import io.liangze.region.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headers of the list of officials (干部名单) as offices keep it. */
final class OfficialColumns {

    static final String NAME = "姓名";
    static final String ID_NUMBER = "身份证号";
    static final String PHONE = "手机号";
    static final String ORGANISATION = "单位";
    static final String POST = "职务";
    static final String LEVEL = "层级";
    static final String REGION = "所在地代码";
    static final String FIELD = "分管领域";
    static final String LEAD = "是否总包保";
    static final String LINKED_COUNTY = "挂点县代码";
    static final String FROM = "任职日期";
    static final String PARTY_MEMBER = "党员";

    static final List<Column> ALL = List.of(
        Column.required(NAME, "official.column.name", "邓丽"),
        Column.optional(ID_NUMBER, "official.column.id-number", "360121198503121224"),
        Column.required(PHONE, "official.column.phone", "13807911234"),
        Column.required(ORGANISATION, "official.column.organisation", "莲塘镇人民政府"),
        Column.required(POST, "official.column.post", "副镇长"),
        Column.required(LEVEL, "official.column.level", "乡"),
        Column.required(REGION, "official.column.region", "360121100000"),
        Column.optional(FIELD, "official.column.field", "市场监管、安全生产"),
        Column.optional(LEAD, "official.column.lead", "否"),
        Column.optional(LINKED_COUNTY, "official.column.linked-county", ""),
        Column.optional(FROM, "official.column.from", "2026-01-01"),
        Column.optional(PARTY_MEMBER, "official.column.party-member", "是"));

    private OfficialColumns() {}

    /** 市, 县, 乡 or 村, also with 级 behind it, or the code. */
    static Optional<Level> level(String text) {
        return switch (text.endsWith("级") ? text.substring(0, text.length() - 1) : text) {
            case "市", "CITY" -> Optional.of(Level.CITY);
            case "县", "COUNTY" -> Optional.of(Level.COUNTY);
            case "乡", "TOWNSHIP" -> Optional.of(Level.TOWNSHIP);
            case "村", "VILLAGE" -> Optional.of(Level.VILLAGE);
            default -> Optional.empty();
        };
    }

    /** A value as it would stand in such a list. */
    static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "是" : "否";
            case OfficialState state -> state == OfficialState.IN_POST ? "在岗" : "离任";
            case Level level -> switch (level) {
                case CITY -> "市";
                case COUNTY -> "县";
                case TOWNSHIP -> "乡";
                case VILLAGE -> "村";
                case PROVINCE, ZONE -> level.name();
            };
            default -> value.toString();
        };
    }
}
