package io.liangze.board;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.subject.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For each figure the list behind it: under {@code /api/v1} for machines, the same path without it for people. */
record Links(String base, String region, Period period, @Nullable Grade grade, @Nullable Family family, boolean running) {

    static final String API = "/api/v1";

    Map<String, String> all() {
        var links = new LinkedHashMap<String, String>();
        if (running) {
            links.put("subjects", subjects("active=true"));
            links.put("covered", subjects("active=true&covered=true"));
        }
        links.put("tasks", tasks("status=DUE&status=OVERDUE&status=MISSED&status=DONE"));
        links.put("done", tasks("status=DONE"));
        links.put("onTime", tasks("status=DONE&late=false"));
        links.put("tasksOverdue", tasks("status=OVERDUE&status=MISSED"));
        links.put("visits", list("/visits", "period=" + period + "&voided=false") + familyCondition());
        links.put("problems.found", problems("state=OPEN&state=RECTIFIED&state=ESCALATED&state=REFERRED&state=CLOSED"));
        links.put("problems.open", problems("state=OPEN&state=RECTIFIED&state=ESCALATED"));
        links.put("problems.overdue", problems("overdue=true"));
        links.put("problems.serious", problems("overdue=true&severity=SERIOUS&severity=CRITICAL"));
        links.put("problems.escalated", problems("state=ESCALATED"));
        links.put("problems.closed", problems("state=CLOSED"));
        links.put("problems.referred", problems("state=REFERRED"));
        return links;
    }

    /** And what pages count besides: what is still to be done in time, and who has nobody behind him. */
    Map<String, String> more() {
        var links = new LinkedHashMap<>(all());
        if (running) links.put("uncovered", subjects("active=true&covered=false"));
        links.put("tasksDue", tasks("status=DUE"));
        return links;
    }

    private String subjects(String condition) {
        return list("/subjects", condition) + kinds();
    }

    private String tasks(String condition) {
        return list("/tasks", "period=" + period + "&" + condition) + familyCondition();
    }

    private String problems(String condition) {
        return list("/problems", "period=" + period + "&" + condition) + kinds();
    }

    private String list(String path, String condition) {
        return base + path + "?region=" + region + "&" + condition + (grade == null ? "" : "&grade=" + grade);
    }

    private String familyCondition() {
        return family == null ? "" : "&family=" + family;
    }

    private String kinds() {
        return family == null ? "" : Arrays.stream(Kind.values()).filter(k -> k.family() == family).map(k -> "&kind=" + k)
            .collect(Collectors.joining());
    }
}
