package io.liangze;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Grant;
import io.liangze.shared.Range;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Who acts in a test: scopes by role and place. What a module keeps (a subject, a task …) is given by a class of its own
 * beside the module's tests, such as {@code GivenSubjects}.
 */
@Component
public class Given {

    /** 食安办 of a place. */
    public Scope office(String place) {
        return holding("食安办 " + place, Grant.at(Role.OFFICE, place));
    }

    /** 系统管理员, everywhere. */
    public Scope admin() {
        return holding("系统管理员", Grant.everywhere(Role.SYSTEM_ADMIN));
    }

    public Scope at(Role role, String place) {
        return holding(role + " " + place, Grant.at(role, place));
    }

    /** 包保干部: the account of one official, at the place that he answers for. */
    public Scope official(UUID official, String place) {
        return holding("干部 " + place, new Grant(Role.OFFICIAL, place, List.of(Range.of(place)), official, null));
    }

    /** 企业: the account of one business, which lies at that place. */
    public Scope business(UUID subject, String place) {
        return holding("企业 " + place, new Grant(Role.BUSINESS, place, List.of(Range.of(place)), null, subject));
    }

    /** One account with several roles. */
    public Scope holding(String name, Grant... grants) {
        return new Scope(UuidCreator.getTimeOrderedEpoch(), name, "127.0.0.1", List.of(grants));
    }

    /** For {@code mvc.get().with(Given.signedIn(scope))}: the request comes from that account. */
    public static RequestPostProcessor signedIn(Scope scope) {
        var roles = scope.grants().stream().map(grant -> "ROLE_" + grant.role()).toArray(String[]::new);
        return SecurityMockMvcRequestPostProcessors.authentication(new TestingAuthenticationToken(scope, null, roles));
    }
}
