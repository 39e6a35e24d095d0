package io.liangze.shared;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where the side bar leads, each entry for the roles that may go there; names are messages. */
public enum MenuEntry {

    BOARD(Group.OVERVIEW, "/board", "dashboard", Role.FIGURE_READERS),
    HOME(Group.OVERVIEW, "/home", "inbox", EnumSet.allOf(Role.class)),
    MY(Group.DUTY, "/my", "device-mobile", EnumSet.of(Role.OFFICIAL)),
    SUBJECTS(Group.DUTY, "/subjects", "building-store", Role.READERS),
    OFFICIALS(Group.DUTY, "/officials", "id-badge-2", Groups.STAFF),
    ASSIGNMENTS(Group.DUTY, "/assignments", "link", Groups.STAFF),
    COVERAGE(Group.DUTY, "/coverage", "link-off", Groups.STAFF),
    TASKS(Group.DUTY, "/tasks", "clipboard-check", Groups.STAFF),
    VISITS(Group.DUTY, "/visits", "history", Role.READERS),
    PROBLEMS(Group.DUTY, "/problems", "alert-triangle", Role.READERS),
    REGIONS(Group.DATA, "/regions", "sitemap", EnumSet.allOf(Role.class)),
    GRADING(Group.DATA, "/rules/grading", "scale", EnumSet.allOf(Role.class)),
    IMPORTS(Group.DATA, "/imports", "arrows-exchange", Role.KEEPERS),
    ACCOUNTS(Group.SYSTEM, "/accounts", "users", EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)),
    AUDIT(Group.SYSTEM, "/audit", "shield-lock", EnumSet.of(Role.AUDITOR));

    /** What belongs together; the first has no heading. */
    public enum Group {
        OVERVIEW, DUTY, DATA, SYSTEM;

        /** The entries of the group that the person may see. */
        public List<MenuEntry> entries(Screen screen) {
            return Arrays.stream(MenuEntry.values()).filter(e -> e.group == this && e.isOpenTo(screen)).toList();
        }
    }

    private static final class Groups {
        /** Readers who work in an office, not in a business. */
        static final Set<Role> STAFF = staff();

        private static Set<Role> staff() {
            var staff = EnumSet.copyOf(Role.READERS);
            staff.remove(Role.BUSINESS);
            return staff;
        }
    }

    private final Group group;
    private final String path;
    private final String icon;
    private final Set<Role> roles;

    MenuEntry(Group group, String path, String icon, Set<Role> roles) {
        this.group = group;
        this.path = path;
        this.icon = icon;
        this.roles = roles;
    }

    public String path() { return path; }
    public String icon() { return icon; }

    public boolean isOpenTo(Screen screen) {
        return screen.may(roles);
    }

    /** Whether the page at {@code asked} lies here. */
    public boolean holds(String asked) {
        return asked.equals(path) || asked.startsWith(path + "/");
    }
}
