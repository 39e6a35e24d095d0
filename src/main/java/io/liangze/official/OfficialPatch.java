package io.liangze.official;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to change (merge patch): left out = as it is, empty = emptied. Place and level change by transfer. */
public record OfficialPatch(@Nullable Optional<String> name, @Nullable Optional<String> idNumber, @Nullable Optional<String> phone,
                            @Nullable Optional<String> organisation, @Nullable Optional<String> post,
                            @Nullable Optional<String> field, @Nullable Optional<Boolean> lead,
                            @Nullable Optional<String> linkedCounty, @Nullable Optional<Boolean> partyMember) {

    /** All of a form; numbers that were not typed stay as they are. */
    static OfficialPatch of(NewOfficial form) {
        return new OfficialPatch(Optional.ofNullable(form.name()), typed(form.idNumber()), typed(form.phone()),
            Optional.ofNullable(form.organisation()), Optional.ofNullable(form.post()), Optional.ofNullable(form.field()),
            Optional.of(Boolean.TRUE.equals(form.lead())), Optional.ofNullable(form.linkedCounty()),
            Optional.ofNullable(form.partyMember()));
    }

    private static @Nullable Optional<String> typed(@Nullable String number) {
        return number == null || number.isBlank() ? null : Optional.of(number);
    }
}
