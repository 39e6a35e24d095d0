package io.liangze.subject;

import io.liangze.shared.PhoneNumber;
import io.liangze.shared.Typed;
import io.liangze.sheet.SheetDates;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an office states of a subject, one by one: how each is called in JSON, in a sheet and in the database, and how it
 * is read from text. So a form, a request and a row of an import are checked alike.
 */
public enum SubjectField {
    NAME("name", "名称", "name", Particulars::name, text(200)),
    CREDIT_CODE("creditCode", "统一社会信用代码", "credit_code", Particulars::creditCode, checked(CreditCode::of)),
    LICENCE_NO("licenceNo", "许可证编号", "licence_no", Particulars::licenceNo, checked(LicenceNo::of)),
    LICENCE_EXPIRES("licenceExpires", "许可证有效期至", "licence_expires", Particulars::licenceExpires, word(SheetDates::read, "date.unknown")),
    KIND("kind", "业态", "kind", Particulars::kind, word(Kind::read, "kind.unknown")),
    REGION("region", "所在地代码", "region", Particulars::region, SubjectField::place),
    ADDRESS("address", "地址", "address", Particulars::address, text(300)),
    LONGITUDE("longitude", "经度", "longitude", Particulars::longitude, degrees(180)),
    LATITUDE("latitude", "纬度", "latitude", Particulars::latitude, degrees(90)),
    PRINCIPAL("principal", "负责人", "principal", Particulars::principal, text(50)),
    PHONE("phone", "联系电话", "phone", Particulars::phone, checked(typed -> PhoneNumber.of(typed).value())),
    SCALE("scale", "规模", "scale", Particulars::scale, word(Scale::read, "word.unknown")),
    AREA("areaM2", "面积", "area_m2", Particulars::areaM2, SubjectField::amount),
    SEATS("seats", "餐位数", "seats", Particulars::seats, SubjectField::count),
    DINERS("dinersPerMeal", "供餐人数", "diners_per_meal", Particulars::dinersPerMeal, SubjectField::count),
    STAFF("staff", "从业人数", "staff", Particulars::staff, SubjectField::count),
    REVENUE("revenue", "年营业额", "revenue", Particulars::revenue, SubjectField::amount),
    CHAIN_ROLE("chainRole", "连锁角色", "chain_role", Particulars::chainRole, word(ChainRole::read, "word.unknown")),
    HEAD_OFFICE("headOffice", "总部统一社会信用代码", "head_office", Particulars::headOffice, checked(CreditCode::of)),
    STORES("stores", "门店数", "stores", Particulars::stores, SubjectField::count),
    FOOD_CATEGORY("foodCategory", "食品类别", "food_category", Particulars::foodCategory, word(FoodCategory::read, "word.unknown")),
    SALES_CHANNEL("salesChannel", "销售渠道", "sales_channel", Particulars::salesChannel, word(SalesChannel::read, "word.unknown")),
    OPERATION("operation", "食堂经营方式", "operation", Particulars::operation, word(Operation::read, "word.unknown")),
    RISK_LEVEL("riskLevel", "风险等级", "risk_level", Particulars::riskLevel, word(RiskLevel::read, "word.unknown")),
    STATUS("status", "状态", "status", Particulars::status, word(SubjectStatus::read, "word.unknown")),
    SEASON("seasonMonths", "经营月份", "season", Particulars::seasonMonths, word(SubjectField::season, "season.shape"));

    /** What is typed does not fit: the code of a flaw and the values for its words. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Object[] args;

        Unfit(String code, Object... args) {
            super(code, null, false, false);
            this.args = args;
        }

        String code() { return String.valueOf(getMessage()); }
        Object[] args() { return args; }
    }

    private static final Map<String, SubjectField> BY_NAME =
        Arrays.stream(values()).collect(Collectors.toMap(SubjectField::jsonName, f -> f));
    private static final Pattern PLACE = Pattern.compile("\\d{12}");
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final String jsonName;
    private final String header;
    private final String column;
    private final Function<Particulars, @Nullable Object> value;
    private final Function<String, Object> reader;

    SubjectField(String jsonName, String header, String column, Function<Particulars, @Nullable Object> value,
                 Function<String, Object> reader) {
        this.jsonName = jsonName;
        this.header = header;
        this.column = column;
        this.value = value;
        this.reader = reader;
    }

    public static Optional<SubjectField> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }

    /** In JSON and in forms. */
    public String jsonName() { return jsonName; }

    /** Of the column in a sheet. */
    public String header() { return header; }

    public boolean isRequired() {
        return this == NAME || this == KIND || this == REGION;
    }

    /** In the table. */
    String column() { return column; }

    @Nullable Object of(Particulars particulars) {
        return value.apply(particulars);
    }

    /**
     * The value behind what was typed; null for nothing.
     *
     * @throws Unfit if it is none
     */
    @Nullable Object read(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (!text.isEmpty()) return reader.apply(text);
        if (isRequired()) throw new Unfit("value.missing");
        return null;
    }

    private static Function<String, Object> text(int longest) {
        return typed -> {
            if (typed.codePointCount(0, typed.length()) > longest) throw new Unfit("value.too-long", longest);
            if (typed.chars().anyMatch(c -> c < ' ')) throw new Unfit("value.unfit");
            return typed;
        };
    }

    private static Function<String, Object> checked(Function<String, Object> of) {
        return typed -> {
            try {
                return of.apply(typed);
            } catch (IllegalArgumentException flaw) {
                throw new Unfit(String.valueOf(flaw.getMessage()));
            }
        };
    }

    private static <T> Function<String, Object> word(Function<String, Optional<T>> read, String flaw) {
        return typed -> read.apply(typed).map(Object.class::cast).orElseThrow(() -> new Unfit(flaw, typed));
    }

    private static Object place(String typed) {
        var code = Typed.plain(typed);
        if (!PLACE.matcher(code).matches()) throw new Unfit("place.shape");
        return code;
    }

    private static Optional<Season> season(String typed) {
        try {
            return Optional.of(Season.of(typed));
        } catch (IllegalArgumentException notASeason) {
            return Optional.empty();
        }
    }

    private static BigDecimal number(String typed) {
        try {
            var plain = Typed.plain(typed).replace(",", "");
            if (plain.length() > 30) throw new Unfit("number.unknown", typed);
            var number = new BigDecimal(plain);
            if (number.scale() > 10 || number.scale() < -10) throw new Unfit("number.unknown", typed);
            return number;
        } catch (NumberFormatException notANumber) {
            throw new Unfit("number.unknown", typed);
        }
    }

    /** Equal numbers become equal values: 120.0 is 120. */
    private static BigDecimal amount(String typed) {
        var number = number(typed);
        if (number.signum() < 0) throw new Unfit("number.negative");
        if (number.compareTo(MOST) > 0) throw new Unfit("number.too-large");
        return plain(number);
    }

    static BigDecimal plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Integer count(String typed) {
        var number = amount(typed);
        if (number.scale() > 0) throw new Unfit("number.not-whole");
        return number.intValueExact();
    }

    private static Function<String, Object> degrees(int most) {
        return typed -> {
            var number = number(typed);
            if (number.abs().compareTo(BigDecimal.valueOf(most)) > 0) throw new Unfit("point.outside", most);
            return number.doubleValue();
        };
    }
}
