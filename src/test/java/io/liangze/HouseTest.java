package io.liangze;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/** The few rules that hold the house together. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.liangze");

    private static final Predicate<List<JavaClass>> SCOPE_FIRST =
        types -> !types.isEmpty() && types.getFirst().isEquivalentTo(Scope.class);

    @Test
    void modules_speak_only_through_their_faces() {
        ApplicationModules.of(Liangze.class).verify();
    }

    @Test
    void nothing_is_allowed_that_is_not_used() throws Exception {
        var modules = ApplicationModules.of(Liangze.class);
        for (var module : modules) {
            var allowed = mayUse(module.getBasePackage().getName());
            if (allowed.equals(Set.of("all"))) continue;
            var used = module.getDirectDependencies(modules).uniqueModules().map(other -> other.getIdentifier().toString()).toList();
            assertThat(used).as("used by %s of what it may", module.getIdentifier()).containsAll(allowed);
        }
    }

    static Set<String> mayUse(String house) throws ClassNotFoundException {
        var door = Class.forName(house + ".package-info").getAnnotation(ApplicationModule.class);
        var allowed = new TreeSet<>(List.of(door.allowedDependencies()));
        return allowed.equals(Set.of(ApplicationModule.OPEN_TOKEN)) ? Set.of("all") : allowed;
    }

    @Test
    void pages_apis_and_tables_stay_inside_their_module() {
        classes().that().areMetaAnnotatedWith(Controller.class).or().haveSimpleNameEndingWith("Table")
            .should().notBePublic().check(HOUSE);
    }

    @Test
    void every_facade_method_asks_for_a_scope_first() {
        methods().that().arePublic().and().areDeclaredInClassesThat().areAnnotatedWith(Service.class)
            .should().haveRawParameterTypes(describe("a scope first", SCOPE_FIRST))
            .allowEmptyShould(true).check(HOUSE);
    }

    /** Tests move the one clock; a class that asks another one cannot be tested at all. */
    @Test
    void nobody_asks_the_wall_clock() {
        noClasses().that().doNotHaveSimpleName("Settings")
            .should().callMethodWhere(describe("it asks the wall clock", HouseTest::asksTheWallClock)).check(HOUSE);
    }

    private static boolean asksTheWallClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "now" -> owner.getPackageName().equals("java.time") && call.getTarget().getRawParameterTypes().isEmpty();
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case String name -> owner.isEquivalentTo(Clock.class) && Set.of("system", "systemUTC", "systemDefaultZone").contains(name);
        };
    }
}
