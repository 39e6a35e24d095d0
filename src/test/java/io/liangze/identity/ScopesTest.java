package io.liangze.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.LiangzeTest;
import io.liangze.region.Level;
import io.liangze.region.RegionRow;
import io.liangze.region.Regions;
import io.liangze.shared.Range;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class ScopesTest {

    @Autowired Scopes scopes;
    @Autowired Regions regions;
    @Autowired GivenAccounts given;

    private Scope scopeOf(AccountRole... roles) {
        return scopes.of(given.account(roles).id(), "10.0.0.7").orElseThrow();
    }

    @Test
    void a_place_is_all_below_it_and_no_place_is_everywhere() {
        var county = scopeOf(AccountRole.at(Role.OFFICE, "370121000000"));

        assertThat(county.holds("370121100001")).isTrue();
        assertThat(county.holds("370122100001")).isFalse();
        assertThat(county.home()).isEqualTo("370121000000");
        assertThat(county.address()).isEqualTo("10.0.0.7");
        assertThat(scopeOf(AccountRole.everywhere(Role.SYSTEM_ADMIN)).holds("650101000000")).isTrue();
    }

    @Test
    void a_zone_is_its_members() {
        regions.load(Scope.system(), List.of(
            new RegionRow("370000000000", "山东省", Level.PROVINCE, null, List.of(), null),
            new RegionRow("370100000000", "济南市", Level.CITY, "370000000000", List.of(), null),
            new RegionRow("370102000000", "历下区", Level.COUNTY, "370100000000", List.of(), null),
            new RegionRow("370102001000", "解放路街道", Level.TOWNSHIP, "370102000000", List.of(), null),
            new RegionRow("370103000000", "市中区", Level.COUNTY, "370100000000", List.of(), null),
            new RegionRow("370171000000", "济南高新区", Level.ZONE, "370100000000", List.of("370102001000", "370103000000"), null)));

        var zone = scopeOf(AccountRole.at(Role.OFFICE, "370171000000"));

        assertThat(zone.grants().getFirst().ranges()).containsExactly(Range.of("370102001000"), Range.of("370103000000"));
        assertThat(zone.holds("370102001005")).isTrue();
        assertThat(zone.holds("370102002001")).isFalse();
    }

    @Test
    void an_official_and_a_business_know_who_they_are() {
        var official = UuidCreator.getTimeOrderedEpoch();
        var subject = UuidCreator.getTimeOrderedEpoch();

        var scope = scopeOf(AccountRole.official(official, "370121100000"), AccountRole.business(subject, "370199100001"));

        assertThat(scope.official()).contains(official);
        assertThat(scope.subjects()).containsExactly(subject);
        assertThat(scope.over("t")).contains("scopeSubject");
    }
}
