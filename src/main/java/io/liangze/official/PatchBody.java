package io.liangze.official;

import io.liangze.shared.Refusal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merge patch as it is sent: absent fields are null here, {@code null} is a node. */
record PatchBody(@Nullable JsonNode name, @Nullable JsonNode idNumber, @Nullable JsonNode phone, @Nullable JsonNode organisation,
                 @Nullable JsonNode post, @Nullable JsonNode field, @Nullable JsonNode lead, @Nullable JsonNode linkedCounty,
                 @Nullable JsonNode partyMember) {

    /** @throws Refusal {@code input.unreadable} 400 where a value is of another type */
    OfficialPatch patch() {
        return new OfficialPatch(text("name", name), text("idNumber", idNumber), text("phone", phone), text("organisation", organisation),
            text("post", post), text("field", field), yesNo("lead", lead), text("linkedCounty", linkedCounty),
            yesNo("partyMember", partyMember));
    }

    private static @Nullable Optional<String> text(String name, @Nullable JsonNode node) {
        return read(name, node, node != null && node.isString(), JsonNode::stringValue);
    }

    private static @Nullable Optional<Boolean> yesNo(String name, @Nullable JsonNode node) {
        return read(name, node, node != null && node.isBoolean(), JsonNode::booleanValue);
    }

    private static <T> @Nullable Optional<T> read(String name, @Nullable JsonNode node, boolean fits, Function<JsonNode, T> value) {
        if (node == null) return null;
        if (node.isNull()) return Optional.empty();
        if (!fits) throw Refusal.unreadable("input.unreadable").with("field", name);
        return Optional.of(value.apply(node));
    }
}
