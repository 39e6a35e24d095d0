package io.liangze.subject;

import io.liangze.region.Regions;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is stated of a subject, and looks whether it fits together. */
@Component
class SubjectCheck {

    /** Where what is wrong is told. */
    interface Flaws {
        void add(SubjectField field, String code, Object... args);
    }

    private final Regions regions;
    private final Vault vault;

    SubjectCheck(Regions regions, Vault vault) {
        this.regions = regions;
        this.vault = vault;
    }

    /** The fields one by one. */
    Draft read(Map<SubjectField, @Nullable String> typed, Flaws flaws) {
        var draft = new Draft();
        typed.forEach((field, text) -> read(draft, field, text, flaws));
        return draft;
    }

    void read(Draft draft, SubjectField field, @Nullable String typed, Flaws flaws) {
        try {
            var value = field.read(typed);
            draft.state(field, field == SubjectField.PHONE && value instanceof String number ? SealedPhone.of(vault, number) : value);
            if (field == SubjectField.REGION && value instanceof String code) checkPlace(code, flaws);
        } catch (SubjectField.Unfit unfit) {
            flaws.add(field, unfit.code(), unfit.args());
        }
    }

    /** What a new subject cannot be without. */
    void checkComplete(Draft draft, Flaws flaws) {
        for (var field : SubjectField.values())
            if (field.isRequired() && !draft.names(field)) flaws.add(field, "value.missing");
    }

    /** Fields that need one another. */
    void checkTogether(Particulars p, Flaws flaws) {
        if (p.longitude() == null && p.latitude() != null) flaws.add(SubjectField.LONGITUDE, "point.half");
        if (p.longitude() != null && p.latitude() == null) flaws.add(SubjectField.LATITUDE, "point.half");
        if (p.status() == SubjectStatus.SEASONAL && p.seasonMonths() == null) flaws.add(SubjectField.SEASON, "season.missing");
    }

    /** What is worth a remark and no reason to refuse. */
    Set<SubjectFlag> remarks(Particulars p) {
        var remarks = EnumSet.noneOf(SubjectFlag.class);
        var licence = p.licenceNo();
        if (licence != null) {
            var category = licence.category();
            boolean otherCategory = category.isPresent() && !category.get().equals(p.foodCategory());
            if (!licence.fits(p.kind()) || otherCategory) remarks.add(SubjectFlag.LICENCE_OF_OTHER_KIND);
            if (licence.place().filter(place -> !place.equals(p.county())).isPresent())
                remarks.add(SubjectFlag.LICENCE_OF_OTHER_PLACE);
        }
        if (p.creditCode() != null && !p.creditCode().hasRightOrganisation()) remarks.add(SubjectFlag.ORGANISATION_CODE);
        if (p.region().endsWith("000")) remarks.add(SubjectFlag.NO_VILLAGE);
        return remarks;
    }

    /** The column that a remark is about. */
    static SubjectField about(SubjectFlag remark) {
        return switch (remark) {
            case LICENCE_OF_OTHER_KIND, LICENCE_OF_OTHER_PLACE -> SubjectField.LICENCE_NO;
            case ORGANISATION_CODE -> SubjectField.CREDIT_CODE;
            default -> SubjectField.REGION;
        };
    }

    private void checkPlace(String code, Flaws flaws) {
        if (!regions.exists(Scope.system(), code)) flaws.add(SubjectField.REGION, "place.unknown");
        else if (code.endsWith("000000")) flaws.add(SubjectField.REGION, "place.level");
    }

    /** For a request: flaws by the names of its fields. */
    static Flaws into(Refusal.Flaws flaws) {
        return (field, code, args) -> flaws.add(field.jsonName(), code, args);
    }
}
