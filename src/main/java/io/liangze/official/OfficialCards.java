package io.liangze.official;

import io.liangze.region.Regions;
import io.liangze.shared.IdNumber;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Officials as others see them: who may read which numbers. */
@Component
class OfficialCards {

    private final OfficialNumbers numbers;
    private final Regions regions;

    OfficialCards(OfficialNumbers numbers, Regions regions) {
        this.numbers = numbers;
        this.regions = regions;
    }

    Official masked(Scope scope, Stored official) {
        var idNumber = numbers.openIdNumber(official);
        return card(scope, official, idNumber == null ? null : IdNumber.of(idNumber).masked(), official.phoneMask());
    }

    Official open(Scope scope, Stored official) {
        return card(scope, official, numbers.openIdNumber(official), numbers.open(official.phone()));
    }

    /** The office of his place, and he himself. */
    static boolean mayOpen(Scope scope, Stored official) {
        return scope.official().filter(official.id()::equals).isPresent()
            || scope.has(Role.OFFICE) && scope.as(Role.OFFICE).holds(official.region());
    }

    private Official card(Scope scope, Stored o, @Nullable String idNumber, String phone) {
        return new Official(o.id(), o.name(), regions.place(scope, o.region()), o.level(), o.organisation(), o.post(), o.field(),
            o.lead(), o.linkedCounty(), idNumber, phone, o.since(), o.partyMember(), o.state(), o.leftOn(), o.leftReason());
    }
}
