package io.liangze.official;

import io.liangze.official.OfficialTable.Wanted;
import io.liangze.shared.Typed;
import io.liangze.shared.Vault;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** ID and mobile numbers between what people write and what is kept: sealed, and found by their keyed index. */
@Component
class OfficialNumbers {

    private final Vault vault;
    private final OfficialKeys keys;

    OfficialNumbers(Vault vault, OfficialKeys keys) {
        this.vault = vault;
        this.keys = keys;
    }

    /** A row with the indexes of its numbers, in hexadecimal. */
    record Numbered(OfficialRow row, @Nullable String idIndex, String phoneIndex) {

        @Nullable String idKey() {
            return idIndex == null ? null : OfficialKeys.ofIdNumber(idIndex);
        }

        String phoneKey() {
            return OfficialKeys.ofMobile(phoneIndex);
        }

        List<String> keys() {
            return idIndex == null ? List.of(phoneKey()) : List.of(phoneKey(), OfficialKeys.ofIdNumber(idIndex));
        }
    }

    Numbered of(OfficialRow row) {
        return new Numbered(row, row.idNumber() == null ? null : index(row.idNumber().value()), index(row.phone().value()));
    }

    byte[] seal(String number) {
        return vault.seal(number);
    }

    String open(byte[] sealed) {
        return vault.open(sealed);
    }

    @Nullable String openIdNumber(Stored official) {
        var sealed = official.idNumber();
        return sealed == null ? null : vault.open(sealed);
    }

    /** What a filter asks of a row; a whole number is looked up. */
    Wanted wanted(OfficialFilter filter) {
        var q = filter.q() == null ? "" : filter.q().strip();
        if (q.isEmpty()) return new Wanted(filter, null, null);
        var number = Typed.plain(q).toUpperCase(Locale.ROOT);
        if (!number.matches("\\d{11}|\\d{17}[\\dX]")) return new Wanted(filter, q, null);
        var owner = keys.owners(keysOf(number)).values().stream().findFirst();
        return new Wanted(filter, null, owner.map(OfficialKeys.Owner::official).orElseGet(UUID::randomUUID));
    }

    /** Under what a number may be known. */
    List<String> keysOf(String number) {
        var index = index(number);
        return List.of(OfficialKeys.ofIdNumber(index), OfficialKeys.ofMobile(index));
    }

    static List<String> keysOf(Stored official) {
        var phone = OfficialKeys.ofMobile(official.phoneIndex());
        return official.idIndex() == null ? List.of(phone) : List.of(phone, OfficialKeys.ofIdNumber(official.idIndex()));
    }

    private String index(String number) {
        return HexFormat.of().formatHex(vault.index(number));
    }
}
