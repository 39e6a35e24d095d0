package io.liangze.board;

import io.liangze.shared.Grant;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody begins: what waits for him, by the first role that he holds. */
@Controller
class HomePages {

    private final OfficeDesk office;
    private final BusinessDesk business;
    private final ProblemDesk problems;
    private final AdministratorDesk administrators;

    HomePages(OfficeDesk office, BusinessDesk business, ProblemDesk problems, AdministratorDesk administrators) {
        this.office = office;
        this.business = business;
        this.problems = problems;
        this.administrators = administrators;
    }

    @GetMapping("/home")
    ModelAndView home(Scope scope, Screen screen) {
        var role = scope.grants().stream().map(Grant::role).findFirst().orElse(null);
        if (role == null) return page(screen, "board/homeNobody", Map.of());
        return switch (role) {
            case OFFICIAL -> new ModelAndView("redirect:/my");
            case AUDITOR -> new ModelAndView("redirect:/audit");
            case LEADER, SYSTEM -> new ModelAndView("redirect:/board");
            case OFFICE -> page(screen, "board/homeOffice", Map.of("desk", office.of(scope)));
            case BUSINESS -> page(screen, "board/homeBusiness", Map.of("desk", business.of(scope)));
            case REGULATOR -> page(screen, "board/homeRegulator", Map.of("desk", problems.referred(scope)));
            case INSPECTOR -> page(screen, "board/homeInspector", Map.of("desk", problems.found(scope)));
            case SYSTEM_ADMIN -> page(screen, "board/homeSystem", Map.of("desk", administrators.system(scope)));
            case SECURITY_ADMIN -> page(screen, "board/homeSecurity", Map.of("desk", administrators.security(scope)));
            case EDITOR -> page(screen, "board/homeEditor", Map.of());
        };
    }

    private static ModelAndView page(Screen screen, String template, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.put("screen", screen);
        return new ModelAndView(template, all);
    }
}
