package io.liangze.board;

import io.liangze.assignment.Gap;
import io.liangze.identity.Account;
import io.liangze.problem.Problem;
import io.liangze.subject.Subject;
import io.liangze.supervision.Visit;
import io.liangze.work.Work;
import java.util.List;

/** What waits for somebody, as his page shows it. */
public sealed interface Desk {

    /**
     * 食安办.
     *
     * @param raised  escalated (升级督办)
     * @param reviews put right and waiting for a second look (待复核)
     * @param steps   see {@link FirstSteps}; empty once all are done
     */
    record Office(List<Pending> pending, List<Problem> raised, List<Problem> reviews, List<Gap> gaps, List<Work> works,
                  List<Step> steps) implements Desk {}

    /** 企业: problems by due date, visits newest first. */
    record Business(List<Subject> subjects, List<Problem> problems, List<Visit> visits) implements Desk {}

    /** 监管人员, 督查组. */
    record Follower(List<Pending> pending, List<Problem> problems) implements Desk {}

    /** 系统管理员. @param roleless accounts that wait for a role */
    record SystemAdministrator(List<Work> works, List<Step> steps, List<Account> roleless) implements Desk {}

    /** 安全管理员. @param locked too many wrong passwords */
    record SecurityAdministrator(List<Account> roleless, List<Account> locked) implements Desk {}

    /**
     * One of the first steps of a new office.
     *
     * @param key    message key of its name; with {@code .why} behind it, of what it is for
     * @param number what is there already
     */
    record Step(String key, String href, long number) {

        public boolean isDone() {
            return number > 0;
        }
    }
}
