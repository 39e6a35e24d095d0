package io.liangze.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liangze.region.Regions;
import io.liangze.shared.Grant;
import io.liangze.shared.Range;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the scope of a request from the roles of its account. Roles that change reach every request within ten seconds. */
@Component
class Scopes {

    private record Known(String name, List<Grant> grants) {}

    private final Cache<UUID, Known> known =
        Caffeine.newBuilder().expireAfterWrite(Tokens.REMEMBERED).maximumSize(100_000).build();
    private final AccountTable accounts;
    private final RoleTable roles;
    private final Regions regions;

    Scopes(AccountTable accounts, RoleTable roles, Regions regions) {
        this.accounts = accounts;
        this.roles = roles;
        this.regions = regions;
    }

    /** Empty if the account has been disabled. */
    Optional<Scope> of(UUID account, @Nullable String address) {
        var one = known.getIfPresent(account);
        if (one == null) {
            var name = accounts.nameOfEnabled(account);
            if (name.isEmpty()) return Optional.empty();
            one = new Known(name.get(), roles.of(account).stream().map(RoleTable.Row::value).map(this::grant).toList());
            known.put(account, one);
        }
        return Optional.of(new Scope(account, one.name, address, one.grants));
    }

    void forget(UUID account) {
        Commit.then(() -> known.invalidate(account));
    }

    private Grant grant(AccountRole held) {
        return new Grant(held.role(), held.region(), ranges(held), held.official(), held.subject());
    }

    /** A zone is all its members; a business is where its subject lies; a place not loaded (yet) is its own code. */
    private List<Range> ranges(AccountRole held) {
        if (held.region() == null) return List.of(Range.EVERYWHERE);
        return held.role() == Role.BUSINESS || !regions.exists(Scope.system(), held.region())
            ? List.of(Range.of(held.region())) : regions.ranges(Scope.system(), held.region());
    }
}
