package io.liangze.official;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing about an official that may change, as histories and import previews name it.
 *
 * @param name   in JSON
 * @param header of the import's column
 * @param of     its value, to compare
 * @param shown  its value, to be read: no number of a person in clear
 */
record Trait(String name, String header, Function<Stored, @Nullable Object> of, Function<Stored, @Nullable Object> shown) {

    private static final List<Trait> ALL = List.of(
        plain("name", OfficialColumns.NAME, Stored::name),
        new Trait("idNumber", OfficialColumns.ID_NUMBER, Stored::idIndex, o -> o.idIndex() == null ? null : "******"),
        new Trait("phone", OfficialColumns.PHONE, Stored::phoneIndex, Stored::phoneMask),
        plain("organisation", OfficialColumns.ORGANISATION, Stored::organisation),
        plain("post", OfficialColumns.POST, Stored::post),
        plain("level", OfficialColumns.LEVEL, Stored::level),
        plain("region", OfficialColumns.REGION, Stored::region),
        plain("field", OfficialColumns.FIELD, Stored::field),
        plain("lead", OfficialColumns.LEAD, Stored::lead),
        plain("linkedCounty", OfficialColumns.LINKED_COUNTY, Stored::linkedCounty),
        plain("from", OfficialColumns.FROM, Stored::since),
        plain("partyMember", OfficialColumns.PARTY_MEMBER, Stored::partyMember),
        plain("state", "状态", Stored::state));

    private static Trait plain(String name, String header, Function<Stored, @Nullable Object> of) {
        return new Trait(name, header, of, of);
    }

    /** What differs between the two. */
    static List<Trait> between(Stored before, Stored after) {
        return ALL.stream().filter(t -> !Objects.equals(t.of.apply(before), t.of.apply(after))).toList();
    }

    /** The values of these traits by name, as logs keep them. */
    static Map<String, @Nullable Object> values(List<Trait> traits, Stored of) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        traits.forEach(trait -> values.put(trait.name, trait.shown.apply(of)));
        return values;
    }

    /** All that is known, as logs keep it. */
    static Map<String, @Nullable Object> values(Stored of) {
        var values = values(ALL, of);
        values.values().removeIf(Objects::isNull);
        return values;
    }
}
