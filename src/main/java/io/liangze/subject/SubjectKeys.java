package io.liangze.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which numbers a subject is registered: its licence, unique in the nation where it has a check digit and else in
 * its county; the pair of credit code and licence, where the licence alone does not say enough; name and place of one
 * without any number.
 */
public final class SubjectKeys {

    private SubjectKeys() {}

    static List<String> of(Particulars p) {
        return of(p.creditCode(), p.licenceNo(), p.name(), p.region());
    }

    public static List<String> of(@Nullable CreditCode code, @Nullable LicenceNo licence, String name, String region) {
        if (licence == null) return List.of(code == null ? "N:" + name + "|" + region : "P:" + code + "|");
        if (licence.isNational()) return List.of("L:" + licence);
        var ofCounty = "L:" + region.substring(0, 6) + ":" + licence;
        return code == null ? List.of(ofCounty) : List.of(ofCounty, "P:" + code + "|" + licence);
    }
}
