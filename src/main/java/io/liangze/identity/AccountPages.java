package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Refusal;
import io.liangze.shared.Refusal.Flaw;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accounts and their roles, for the system and the security administrator. */
@Controller
@RequestMapping("/accounts")
class AccountPages {

    private final Accounts accounts;

    AccountPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView list(Scope scope, Screen screen, AccountFilter filter, @RequestParam @Nullable UUID after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var page = accounts.list(scope, filter, after, 50);
        return new ModelAndView("rows".equals(target) ? "identity/accountRows" : "identity/accounts",
            Map.of("screen", screen, "filter", filter, "page", page, "first", after == null));
    }

    @GetMapping("/new")
    ModelAndView form(Scope scope, Screen screen) {
        scope.as(Role.SYSTEM_ADMIN);
        return form(screen, UuidCreator.getTimeOrderedEpoch(), "", "", List.of());
    }

    @PostMapping
    Object create(Scope scope, Screen screen, @RequestParam UUID id, @RequestParam(defaultValue = "") String username,
                  @RequestParam(defaultValue = "") String name) {
        try {
            accounts.create(scope, id, username, name);
            return toAccount(id);
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return form(screen, id, username, name, refusal.flaws());
        }
    }

    private static ModelAndView form(Screen screen, UUID id, String username, String name, List<Flaw> flaws) {
        return new ModelAndView("identity/accountForm",
            Map.of("screen", screen, "id", id, "username", username, "name", name, "flaws", flaws), status(flaws));
    }

    @GetMapping("/{id}")
    ModelAndView show(Scope scope, Screen screen, @PathVariable UUID id) {
        return show(scope, screen, id, null, "", List.of());
    }

    @PostMapping("/{id}/roles")
    Object grant(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam @Nullable Role role,
                 @RequestParam(defaultValue = "") String region) {
        try {
            accounts.grant(scope, id, role, region);
            return toAccount(id);
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return show(scope, screen, id, role, region, refusal.flaws());
        }
    }

    private ModelAndView show(Scope scope, Screen screen, UUID id, @Nullable Role role, String region, List<Flaw> flaws) {
        var account = accounts.find(scope, id);
        var model = new HashMap<String, @Nullable Object>(Map.of("screen", screen, "account", account,
            "acts", accounts.acts(scope, account), "grantable", accounts.grantable(scope), "region", region, "flaws", flaws));
        model.put("role", role);
        model.put("code", accounts.firstCode(scope, id).orElse(null));
        return new ModelAndView("identity/account", model, status(flaws));
    }

    @PostMapping("/{id}/roles/{role}/take")
    String take(Scope scope, @PathVariable UUID id, @PathVariable UUID role) {
        accounts.take(scope, id, role);
        return toAccount(id);
    }

    @PostMapping("/{id}/unlock")
    String unlock(Scope scope, @PathVariable UUID id) {
        accounts.unlock(scope, id);
        return toAccount(id);
    }

    @PostMapping("/{id}/code")
    String resetCode(Scope scope, @PathVariable UUID id) {
        accounts.resetCode(scope, id);
        return toAccount(id);
    }

    @PostMapping("/{id}/disable")
    String disable(Scope scope, @PathVariable UUID id) {
        accounts.disable(scope, id);
        return toAccount(id);
    }

    @PostMapping("/{id}/enable")
    String enable(Scope scope, @PathVariable UUID id) {
        accounts.enable(scope, id);
        return toAccount(id);
    }

    private static String toAccount(UUID id) {
        return "redirect:/accounts/" + id;
    }

    private static HttpStatus status(List<Flaw> flaws) {
        return flaws.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
