package io.liangze.subject;

import io.liangze.shared.PhoneNumber;
import io.liangze.shared.Vault;
import java.util.Arrays;

/** A phone number as the database keeps it. Two are equal when the numbers are: the index tells, the seal differs each time. */
public final class SealedPhone {

    private final byte[] seal;
    private final byte[] index;

    SealedPhone(byte[] seal, byte[] index) {
        this.seal = seal;
        this.index = index;
    }

    static SealedPhone of(Vault vault, String number) {
        return new SealedPhone(vault.seal(number), vault.index(number));
    }

    PhoneNumber open(Vault vault) {
        return PhoneNumber.of(vault.open(seal));
    }

    byte[] seal() { return seal; }
    byte[] index() { return index; }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedPhone phone && Arrays.equals(index, phone.index);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(index);
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "***";
    }
}
