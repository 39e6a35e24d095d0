package io.liangze.sample;

import io.liangze.identity.AccountRole;
import io.liangze.identity.PersonalAccounts;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration: one for each part that somebody can have in it, all with one password. */
@Component
class DemoAccounts {

    /** Shown when it starts. @param what whom it is for */
    record Shown(String username, String what) {}

    private static final String DIRECTOR = "食安办 · ";

    private final PersonalAccounts accounts;

    DemoAccounts(PersonalAccounts accounts) {
        this.accounts = accounts;
    }

    /** Makes them; those that are there get the password. The leaders learn theirs. */
    List<Shown> make(SampleOrder order, Leaders leaders, Offices offices, String password) {
        var made = new ArrayList<Shown>();
        var stage = order.stage();
        var all = List.of(
            everywhere("admin", "系统管理员", Role.SYSTEM_ADMIN),
            at("province", offices.province(), Role.OFFICE, stage.province(), "江西省" + DIRECTOR + offices.province()),
            at("city", offices.city(), Role.OFFICE, stage.city(), offices.cityName() + DIRECTOR + offices.city()),
            at("county", offices.county(), Role.OFFICE, stage.county(), offices.countyName() + DIRECTOR + offices.county()),
            at("township", offices.township(), Role.OFFICE, stage.township(), offices.townshipName() + DIRECTOR + offices.township()),
            at("regulator", offices.regulator(), Role.REGULATOR, stage.county(), offices.countyName() + "市场监管局 · " + offices.regulator()),
            at("inspector", "督查组", Role.INSPECTOR, stage.province(), "江西省督查组"),
            at("auditor", "审计管理员", Role.AUDITOR, stage.province(), "江西省审计管理员"),
            at("editor", "资讯编辑", Role.EDITOR, stage.province(), "江西省资讯编辑"),
            at("security", "安全管理员", Role.SECURITY_ADMIN, stage.province(), "江西省安全管理员"));
        for (var one : all) {
            create(order.prefix() + one.username, one.name, password, one.role);
            made.add(new Shown(order.prefix() + one.username, one.what));
        }
        made.addAll(5, leaders(order.prefix(), leaders, password));
        return made;
    }

    private List<Shown> leaders(String prefix, Leaders leaders, String password) {
        var made = new ArrayList<Shown>();
        var cadres = leaders.cadres();
        for (int i = 0; i < cadres.size(); i++) {
            var cadre = cadres.get(i);
            var username = prefix + "leader-" + (char) ('a' + i);
            var official = AccountRole.official(cadre.id(), cadre.region());
            var roles = i < 2 ? new AccountRole[] {official, AccountRole.at(Role.LEADER, cadre.region())} : new AccountRole[] {official};
            leaders.has(cadre.id(), new Leaders.Account(create(username, cadre.name(), password, roles), cadre.region()));
            made.add(new Shown(username, cadre.organisation() + " " + cadre.post() + " · " + cadre.name()));
        }
        var star = leaders.starBusiness();
        var owner = create(prefix + "business", star.principal, password, AccountRole.business(star.id, star.region()));
        leaders.starHas(new Leaders.Account(owner, star.region()));
        made.add(new Shown(prefix + "business", star.name + " · " + star.principal));
        return made;
    }

    private UUID create(String username, String name, String password, AccountRole... roles) {
        return accounts.createWithPassword(Scope.system(), username, name, password, roles);
    }

    private record Wanted(String username, String name, AccountRole role, String what) {}

    private static Wanted everywhere(String username, String name, Role role) {
        return new Wanted(username, name, AccountRole.everywhere(role), name);
    }

    private static Wanted at(String username, String name, Role role, String place, String what) {
        return new Wanted(username, name, AccountRole.at(role, place), what);
    }
}
